'use client'

import { useActionState, useEffect, useRef } from 'react'
import type { FormProblem } from './form-problem'

type Action = (previous: FormProblem | null, form: FormData) => Promise<FormProblem | null>

type PasswordFormProps = {
  action: Action
  /** The title of the whole page: it says when something is wrong. */
  title: string
  /** What goes along unseen, by name. */
  hidden: Record<string, string>
  fields: { name: string; label: string; hint?: string; autoComplete: string }[]
  button: string
}

/** A form of one or more passwords, with what was wrong with them. Without JavaScript a plain POST. */
export function PasswordForm({ action, title, hidden, fields, button }: PasswordFormProps) {
  const [problem, post] = useActionState(action, null, '#problem')
  const summary = useRef<HTMLElement>(null)

  useEffect(() => {
    if (problem) summary.current?.focus()
  }, [problem])

  return (
    <form action={post} className="sign-in">
      <title>{problem ? `Error: ${title}` : title}</title>
      {problem && (
        <section
          className="problem rail"
          id="problem"
          tabIndex={-1}
          ref={summary}
          aria-labelledby="problem-h"
        >
          <h2 id="problem-h">There is a problem</h2>
          {problem.field === null ? (
            <p>{problem.message}</p>
          ) : (
            <ul>
              <li>
                <a href={`#${problem.field}`}>{problem.message}</a>
              </li>
            </ul>
          )}
        </section>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <PasswordField
          key={field.name}
          {...field}
          error={problem?.field === field.name ? problem.message : null}
        />
      ))}
      <p>
        <button className="btn btn-1" type="submit">
          {button}
        </button>
      </p>
    </form>
  )
}

type PasswordFieldProps = PasswordFormProps['fields'][number] & { error: string | null }

function PasswordField({ name, label, hint, autoComplete, error }: PasswordFieldProps) {
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && <small id={`${name}-hint`}>{hint}</small>}
      {error && (
        <span className="err" id={`${name}-error`}>
          {error}
        </span>
      )}
      <input
        id={name}
        name={name}
        type="password"
        autoComplete={autoComplete}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
      />
    </div>
  )
}
