'use client'

import { type ReactNode, useActionState } from 'react'
import { undo } from './actions'

type UndoFormProps = {
  /** What was done, in words and as it is undone; no words where they stand beside it. */
  words: string
  done: string
  back: string
  className: string
  /** Null where nothing can be undone any more: the form then says only what went wrong when somebody tried. */
  button?: string | null
  id?: string
  /** What there is to add to the words. */
  children?: ReactNode
}

/** After something was done without JavaScript, and in the log: what it was, and the way back. */
export function UndoForm({ words, done, back, className, button = 'Undo', id, children }: UndoFormProps) {
  const [state, post] = useActionState(undo, null)
  const problem = state && !state.ok ? state.problem : null
  if (button === null && problem === null) return null
  return (
    <form className={className} id={id} action={post}>
      <input type="hidden" name="done" value={done} />
      <input type="hidden" name="back" value={back} />
      <p role="status">
        {words}
        {children}
        {problem && <span className="case-problem"> {problem}</span>}
      </p>
      {button && (
        <button className="quiet" type="submit">
          {button}
        </button>
      )}
    </form>
  )
}
