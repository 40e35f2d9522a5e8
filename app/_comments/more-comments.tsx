import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { isKeptShown, keepPlace, keepShown, returnToPlace } from './kept-place'
import type { More, Next } from './more'
import { MoreLink } from './more-link'
import { usePlace } from './own/mine-store'
import { showMore } from './show-more'
import type { ShownThread } from './show-threads'

type MoreCommentsProps = {
  next: Next
  slug: string
  /** How the comments are drawn. */
  children: (threads: ShownThread[]) => ReactNode
}

/**
 * The link to more comments. With JavaScript they come in its place: the focus goes to the first of them, nothing on
 * the screen moves, and whoever goes away and back finds the page as they left it.
 */
export function MoreComments({ next, slug, children }: MoreCommentsProps) {
  const [more, setMore] = useState<More | null>(null)
  const [told, setTold] = useState('')
  const place = usePlace()
  const [isAsked, setIsAsked] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const arrival = useRef<'asked' | 'kept' | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the note counts the comments; other numbers mean that the page was made again
  useEffect(() => {
    if (!more && !isKeptShown(next.href)) return
    showMore(slug, next.ask).then(
      (found) => {
        if (!more) arrival.current = 'kept'
        if (found) setMore(found)
      },
      // What is shown stays, and so does the link.
      () => {},
    )
  }, [next.note])

  useEffect(() => {
    if (!more) return
    if (arrival.current === 'asked') focusFirst(list.current)
    if (arrival.current === 'kept') returnToPlace()
    arrival.current = null
    addEventListener('pagehide', keepPlace)
    return () => removeEventListener('pagehide', keepPlace)
  }, [more])

  async function show(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (isAsked) return
    setIsAsked(true)
    const found = await showMore(slug, next.ask).catch(() => null)
    if (!found) return location.assign(next.href)
    keepShown(next.href)
    arrival.current = 'asked'
    setMore(found)
    setTold(found.told)
  }

  return (
    <>
      <span className="vh" role="status">
        {told}
      </span>
      {more ? (
        <div ref={list}>
          {children(place(more.threads, true))}
          {more.next && (
            <MoreComments next={more.next} slug={slug}>
              {children}
            </MoreComments>
          )}
        </div>
      ) : (
        <MoreLink next={next} onClick={show} isAsked={isAsked} />
      )}
    </>
  )
}

function focusFirst(list: Element | null) {
  const first = list?.querySelector('article')
  if (!first) return
  first.tabIndex = -1
  first.focus({ preventScroll: true })
}
