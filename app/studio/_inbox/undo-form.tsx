'use client'

import { type ReactNode, useActionState } from 'react'
import { undo } from './actions'

type UndoFormProps = {
  /** What was done, in words and as it is undone; no words where they stand beside it. */
  words: string
  done: string
  back: string
  className: string
  button?: string
  id?: string
  /** What there is to add to the words. */
  children?: ReactNode
}

/** After something was done without JavaScript, and in the log: what it was, and the way back. */
export function UndoForm({ words, done, back, className, button = 'Undo', id, children }: UndoFormProps) {
  const [state, post] = useActionState(undo, null)
  return (
    <form className={className} id={id} action={post}>
      <input type="hidden" name="done" value={done} />
      <input type="hidden" name="back" value={back} />
      <p role="status">
        {words}
        {children}
        {state && !state.ok && <span className="case-problem"> {state.problem}</span>}
      </p>
      <button className="quiet" type="submit">
        {button}
      </button>
    </form>
  )
}
