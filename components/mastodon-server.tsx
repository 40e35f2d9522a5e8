import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { mastodonShare, readServer } from '@/lib/quotes/mastodon-share'
import { useStored } from './use-stored'

type MastodonServerProps = {
  text: string
  /** Whether it comes because the reader pressed the button that stood here. */
  isPressed: boolean
}

/**
 * Asks for the reader's server and shares there, in place of the button of `MastodonShare`. What is kept is read again
 * before it is used: other pages of this origin could have written it.
 */
export function MastodonServer({ text, isPressed }: MastodonServerProps) {
  const [kept, keep] = useStored('mastodon')
  const [, keepNetwork] = useStored('network')
  const [asking, setAsking] = useState(isPressed)
  const [problem, setProblem] = useState(false)
  const id = useId()
  const toggle = useRef<HTMLButtonElement>(null)
  const server = kept === null ? null : readServer(kept)

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the button that was pressed has gone
  useEffect(() => {
    if (isPressed) toggle.current?.focus()
  }, [])

  function answer(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get('server')
    const chosen = typeof typed === 'string' ? readServer(typed) : null
    setProblem(chosen === null)
    if (chosen === null) return
    flushSync(() => {
      keep(chosen)
      keepNetwork(chosen)
      setAsking(false)
    })
    // The field it was typed into is gone.
    toggle.current?.focus()
    open(mastodonShare(chosen, text), '_blank', 'noopener')
  }

  return (
    <>
      {server !== null && (
        <a className="quiet" href={mastodonShare(server, text)} rel="noopener">
          Mastodon
        </a>
      )}
      <button
        className="quiet"
        type="button"
        aria-expanded={asking}
        onClick={() => setAsking(!asking)}
        ref={toggle}
      >
        {server === null ? 'Mastodon' : `not ${server}?`}
      </button>
      {asking && (
        <form className="field" onSubmit={answer} noValidate>
          <label htmlFor={id}>Your Mastodon server</label>
          {problem && (
            <span className="err" id={`${id}-e`} role="alert">
              Enter a server like mastodon.social
            </span>
          )}
          <span className="ask">
            <input
              id={id}
              name="server"
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={server ?? ''}
              aria-invalid={problem || undefined}
              aria-describedby={problem ? `${id}-e` : undefined}
            />
            <button className="btn" type="submit">
              Share
            </button>
          </span>
        </form>
      )}
    </>
  )
}
