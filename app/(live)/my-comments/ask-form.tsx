'use client'

import { useActionState, useEffect, useRef } from 'react'
import { askForWay } from './actions'

/** What is wrong, and what was typed; null on a fresh form. */
export type AskState = { message: string; email: string } | null

/** Asks for the letter with the way in. Without JavaScript a plain POST. */
export function AskForm() {
  // Never bind the action here: a POST without JavaScript would loop for ever (architecture.md §2).
  const [problem, ask] = useActionState(askForWay, null, '#ask')
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (problem) field.current?.focus()
  }, [problem])

  return (
    <form className="ask-way" action={ask} noValidate>
      <div className="field">
        <label htmlFor="ask-email">Email</label>
        <small id="ask-hint">The one you commented with. It is used for this letter alone.</small>
        {problem && (
          <span className="err" id="ask-error" role="alert">
            {problem.message}
          </span>
        )}
        <input
          id="ask-email"
          name="email"
          type="email"
          autoComplete="email"
          ref={field}
          defaultValue={problem?.email}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'ask-error ask-hint' : 'ask-hint'}
        />
      </div>
      <p className="do-row">
        <button className="btn btn-1" type="submit">
          Send me a letter
        </button>
      </p>
    </form>
  )
}
