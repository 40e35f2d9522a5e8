'use client'

import { useActionState } from 'react'
import { TextField } from '@/app/studio/text-field'
import { act } from './actions'
import { formName } from './form-name'

/**
 * The words of whoever was signed out before they sent them, out of the request that brought them: they are on this page and
 * nowhere else, and can be sent once more from here. `id` is the comment's, `signInPath` leads to it by way of the sign-in.
 */
export function SaidAgain({ id, signInPath }: { id: string; signInPath: string }) {
  const [state, post] = useActionState(act, null, formName(id))
  const [problem, said] = state && !state.ok ? [state.problem, state.said] : [null, null]
  const way = (
    <a href={signInPath} target="_blank" rel="noopener">
      Sign in in another window
    </a>
  )
  if (!said) return <p>{way}</p>
  return (
    <>
      {/* biome-ignore lint/a11y/noAutofocus: without JavaScript this is how the focus gets to what went wrong */}
      <p className="case-problem" role="alert" tabIndex={-1} autoFocus>
        {problem}
      </p>
      <p>
        Your words are kept here, on this page alone. {way}, then come back and send them; or copy them to
        where they are safe.
      </p>
      <form className="rules" action={post}>
        {said.hidden.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {said.texts.map(({ field, text }) => (
          <TextField key={field} name={field} label={labels[field]} defaultValue={text} rows={6} />
        ))}
        <button className="btn btn-1" type="submit">
          Send them now
        </button>
      </form>
    </>
  )
}

const labels = { reply: 'What you answered', body: 'The text as you changed it' }
