'use client'

import { useActionState, useEffect, useRef } from 'react'
import { Honeypot } from '@/app/_comments/honeypot'
import { follow } from './actions'

type FollowFormProps = {
  slug: string
  /** The title of the whole page: it says when something is wrong. */
  title: string
}

const problemId = 'problem'

/** One field: without JavaScript a plain POST. What is wrong is said over it, and nothing typed is lost. */
export function FollowForm({ slug, title }: FollowFormProps) {
  // Never bind the action here: a POST without JavaScript would loop for ever (architecture.md §2).
  const [problem, post] = useActionState(follow, null, `#${problemId}`)
  const summary = useRef<HTMLElement>(null)
  const fieldError = problem?.isOfField ? problem.message : null

  useEffect(() => {
    if (problem) summary.current?.focus()
  }, [problem])

  return (
    <form action={post} noValidate>
      <title>{problem ? `Error: ${title}` : title}</title>
      {problem && (
        <section
          className="problem rail"
          id={problemId}
          tabIndex={-1}
          ref={summary}
          aria-labelledby="problem-h"
        >
          <h2 id="problem-h">There is a problem</h2>
          {fieldError ? (
            <ul>
              <li>
                <a href="#email">{fieldError}</a>
              </li>
            </ul>
          ) : (
            <p>{problem.message}</p>
          )}
        </section>
      )}
      <input type="hidden" name="slug" value={slug} />
      <div className="field">
        <label htmlFor="email">Email</label>
        <small id="email-hint">Never shown</small>
        {fieldError && (
          <span className="err" id="email-error">
            {fieldError}
          </span>
        )}
        <input
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={problem?.typed}
          aria-invalid={fieldError ? true : undefined}
          aria-describedby={fieldError ? 'email-error email-hint' : 'email-hint'}
        />
      </div>
      <Honeypot />
      <p className="go">
        <button className="btn btn-1" type="submit">
          Follow
        </button>
      </p>
      <p className="note">
        Every letter about it has a link that stops them. <a href="/privacy">What I store with it</a>
      </p>
    </form>
  )
}
