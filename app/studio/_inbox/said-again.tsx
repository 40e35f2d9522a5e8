'use client'

import { useActionState } from 'react'
import { TextField } from '@/app/studio/text-field'
import { inboxPath } from '@/lib/studio/inbox-query'
import { act } from './actions'

type SaidAgainProps = {
  /** Of the comment. */
  id: string
  /** Leads to it by way of the sign-in; null for whoever is signed in, and too late. */
  signInPath: string | null
}

/**
 * Why a request did nothing, and the words that came with it, as whoever sent them was signed out or nothing can be done to
 * the comment any more: they are on this page and nowhere else. Who signs in can send them once more from here.
 */
export function SaidAgain({ id, signInPath }: SaidAgainProps) {
  const [state, post] = useActionState(act, null, inboxPath({ comment: id }))
  const refused = state && !state.ok ? state : null
  const way = signInPath !== null && (
    <a href={signInPath} target="_blank" rel="noopener">
      Sign in in another window
    </a>
  )
  if (!refused) return way && <p>{way}</p>
  const { problem, said } = refused
  const told = (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is how the focus gets to what went wrong
    <p className="case-problem" role="alert" tabIndex={-1} autoFocus>
      {problem}
    </p>
  )
  if (!said) return told
  return (
    <>
      {told}
      <p>
        Your words are kept here, on this page alone.{' '}
        {way ? (
          <>{way}, then come back and send them; or copy them to where they are safe.</>
        ) : (
          'Copy them to where they are safe.'
        )}
      </p>
      <form className="rules" action={post}>
        {said.hidden.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {said.texts.map(({ field, text }) => (
          <TextField key={field} name={field} label={labels[field]} defaultValue={text} rows={6} />
        ))}
        {way && (
          <button className="btn btn-1" type="submit">
            Send them now
          </button>
        )}
      </form>
    </>
  )
}

const labels = { reply: 'What you answered', body: 'The text as you changed it' }
