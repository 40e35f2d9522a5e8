'use client'

import { type FormEvent, type ReactNode, useActionState } from 'react'

type ActFormProps = {
  /** Leads somewhere else, or says why nothing was done. */
  action: (previous: unknown, form: FormData) => Promise<string>
  className?: string
  /** Before it is sent by the script. */
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void
  children: ReactNode
}

/** A form of buttons, which says in its place why nothing was done. */
export function ActForm({ action, className, onSubmit, children }: ActFormProps) {
  const [problem, act] = useActionState(action, null)
  return (
    // React empties a form that was sent; what was chosen must not change behind the author's back.
    <form className={className} action={act} onSubmit={onSubmit} onReset={(event) => event.preventDefault()}>
      {children}
      {problem && (
        <p className="case-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
