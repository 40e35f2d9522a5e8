'use client'

import { type ReactNode, useActionState } from 'react'

type GuestFormProps = {
  /** Leads somewhere else, or says why nothing was done. */
  action: (previous: unknown, form: FormData) => Promise<string>
  className?: string
  /** Id of the heading at which the focus waits, when the button goes away with what it does. */
  focusOn?: string
  children: ReactNode
}

/** A form of buttons, which says in its place why nothing was done. */
export function GuestForm({ action, className, focusOn, children }: GuestFormProps) {
  const [problem, act] = useActionState(action, null)
  return (
    // React empties a form that was sent; what was chosen must not change behind a guest's back.
    <form
      className={className}
      action={act}
      onReset={(event) => event.preventDefault()}
      onSubmit={() => focusOn && document.getElementById(focusOn)?.focus()}
    >
      {children}
      {problem && (
        <p className="err" role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
