'use client'

import { useActionState } from 'react'
import { undo } from './actions'

type UndoFormProps = {
  /** What was done, in words and as it is undone. */
  words: string
  done: string
  back: string
}

/** At the head of the page after something was done without JavaScript: what it was, and the way back. */
export function UndoForm({ words, done, back }: UndoFormProps) {
  const [state, post] = useActionState(undo, null)
  return (
    <form className="undo rail" action={post}>
      <input type="hidden" name="done" value={done} />
      <input type="hidden" name="back" value={back} />
      <p role="status">
        {words}
        {state && !state.ok && <span className="case-problem"> {state.problem}</span>}
      </p>
      <button className="quiet" type="submit">
        Undo
      </button>
    </form>
  )
}
