'use client'

import { type ComponentProps, type FormEvent, useId, useRef } from 'react'
import { hasUnsentWords } from './_inbox/keeping-of'
import { ActForm } from './act-form'

/**
 * A form that signs out this browser, in which what was typed and not sent is forgotten then. Where there is something of
 * that kind, it asks first.
 */
export function LeaveForm({ action, className, children }: ComponentProps<typeof ActForm>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()

  function ask(event: FormEvent) {
    const isAnswer = dialog.current?.open
    dialog.current?.close()
    if (isAnswer || !hasUnsentWords()) return
    event.preventDefault()
    dialog.current?.showModal()
  }

  return (
    <ActForm {...{ action, className }} onSubmit={ask}>
      {children}
      <dialog className="box" ref={dialog} aria-labelledby={title}>
        <h2 id={title}>Some words are not sent</h2>
        <p>
          What you typed beside a comment is kept on this device until you send it. Signing out forgets it, so
          that nobody else finds it here.
        </p>
        <p className="do-row">
          <button className="btn btn-1" type="button" onClick={() => dialog.current?.close()}>
            Stay signed in
          </button>
          <button className="btn" type="submit">
            Sign out and forget them
          </button>
        </p>
      </dialog>
    </ActForm>
  )
}
