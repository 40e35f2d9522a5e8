'use client'

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Typed } from '@/lib/comments/fields'
import { usePlace } from './own/mine-store'

/** A comment on its way. `href` is where it stands once it is stored, `number` its number once it is published. */
export type Sending = {
  phase: 'posting' | 'failed' | 'posted'
  words: string
  typed: Typed
  number: number | null
  /** The id of its element in the list, which may come later. */
  place: string | null
  href: string | null
}

type SendingCommentProps = {
  sending: Sending | null
  /** How many comments the page shows that stands now: a change means the list was made again. */
  total: number
  onRetry: () => void
  onEdit: () => void
  /** What stood in the list was deleted, or waits no more. */
  onGone: () => void
}

/** The reader's comment in its place before the server has answered, and what became of it, said once. */
export function SendingComment({ sending, total, onRetry, onEdit, onGone }: SendingCommentProps) {
  const box = useRef<HTMLDivElement>(null)
  const retry = useRef<HTMLButtonElement>(null)
  const told = useId()
  const before = useRef<ReturnType<typeof findFocus> | null>(null)
  const [isListed, setIsListed] = useState(false)
  const listed = useRef<Sending | null>(null)
  const place = usePlace()

  // Before the paint: nobody sees the comment in the list and here at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `total` and `place` are how we learn that the list was made again
  useLayoutEffect(() => {
    if (sending?.phase !== 'posted') {
      setIsListed(false)
      return
    }
    // Found once is enough: its writer may delete it again, and then it is not as was said here.
    if (listed.current === sending) {
      if (!findItem(sending)) onGone()
      return
    }
    const isThere = welcome(sending, box.current)
    setIsListed(isThere)
    if (isThere) {
      listed.current = sending
      return
    }
    if (!isOnThisPage(sending.href) || document.activeElement === document.body) {
      // The list comes later, and the button that was pressed is gone.
      box.current?.focus()
    }
  }, [sending, total, place])

  // A list that goes on in place is fetched again after the page itself.
  useEffect(() => {
    if (sending?.phase !== 'posted' || sending.number === null || isListed) return
    const observer = new MutationObserver(() => {
      if (!welcome(sending, box.current)) return
      listed.current = sending
      setIsListed(true)
    })
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [sending, isListed])

  useEffect(() => {
    if (sending?.phase === 'posting') before.current = findFocus()
    if (sending?.phase !== 'failed') return
    // What failed is said above the form, maybe out of sight; whoever went on to something else is left in peace.
    const { element, text } = findFocus()
    if (element === before.current?.element && text === before.current?.text) retry.current?.focus()
  }, [sending])

  const isShown = sending !== null && !isListed
  return (
    <div className={isShown ? 'sending sewn' : undefined} ref={box} tabIndex={-1}>
      {isShown && (
        <article aria-label="What you wrote">
          <p className="who">
            <bdi>{sending.typed.name}</bdi> <span>(you)</span>
          </p>
          <p className="c-body c-typed" dir="auto">
            {sending.typed.body}
          </p>
        </article>
      )}
      <p id={told} className={toldClass(sending, isListed)} role="status">
        {sending?.words}
      </p>
      {isShown && sending.phase === 'failed' && (
        <p className="acts">
          <button
            className="quiet"
            type="button"
            ref={retry}
            aria-describedby={told}
            onClick={() => {
              // The button goes while the comment is on its way.
              box.current?.focus()
              onRetry()
            }}
          >
            Try again
          </button>
          <button className="quiet" type="button" onClick={onEdit}>
            Edit
          </button>
        </p>
      )}
      {isShown && sending.href !== null && (
        <p className="acts">
          <a className="quiet" href={sending.href}>
            See where it stands
          </a>
        </p>
      )}
    </div>
  )
}

/** Takes the reader to their comment in the list; false when it is not there yet. */
function welcome(sending: Sending, box: Element | null): boolean {
  const item = findItem(sending)
  if (!item) return false
  item.classList.add('fresh')
  // One that waits comes later than the answer, and whoever went on meanwhile is left in peace.
  if (sending.number === null && !box?.contains(document.activeElement)) return true
  item.tabIndex = -1
  item.focus()
  return true
}

/** The comment in the list; a tombstone says that it is not there any more. */
function findItem({ place }: Sending): HTMLElement | null {
  return document.querySelector(`#${place}:not(.gone)`)
}

/** What waits says so itself once it stands in the list, but not when letters come. */
function toldClass(sending: Sending | null, isListed: boolean): string {
  if (sending?.number) return 'told posted'
  return isListed && !sending?.typed.letters ? 'vh' : 'told'
}

/** Where the reader is, and what is written there. */
function findFocus(): { element: Element | null; text: string } {
  const element = document.activeElement
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
  return { element, text: isField ? element.value : '' }
}

function isOnThisPage(href: string | null): boolean {
  return href !== null && new URL(href, location.href).pathname === location.pathname
}
