import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { forgetReply, type ReplyTarget } from './draft'

type Places = {
  /** Where the form stands when it answers the post. */
  home: RefObject<HTMLElement | null>
  composer: RefObject<HTMLElement | null>
  /** What became of the last comment: it goes along, unless there is something in it. */
  news: RefObject<HTMLElement | null>
}

type Options = Places & {
  slug: string
  /** Whom the form answers on this page when nobody has pressed anything. */
  base: ReplyTarget | null
  hasNews: boolean
  /** Called when the form answers somebody else now. */
  onChange: (target: ReplyTarget | null) => void
}

/**
 * Whom the form answers. It moves under that comment and back; its elements are moved by hand, as one form must keep
 * its fields, and its place among the comments is no business of the list. `Reply` is a plain link: without the
 * script it leads to a page of its own.
 */
export function useReply({ slug, base, home, composer, news, hasNews, onChange }: Options) {
  const [target, setTarget] = useState(base)
  const [isAway, setIsAway] = useState(false)
  // Answers come late, to functions of an earlier drawing.
  const now = useRef(base)

  function change(next: ReplyTarget | null) {
    flushSync(() => begin(next))
    onChange(next)
  }

  function begin(next: ReplyTarget | null) {
    now.current = next
    setTarget(next)
  }

  function open(next: ReplyTarget | null) {
    if (!isNow(next)) change(next)
    focusText()
  }

  /** Answers nobody in particular. The text stays on this device. */
  function close() {
    forgetReply(slug)
    if (!isNow(base)) change(base)
  }

  function cancel() {
    const comment = now.current && findComment(now.current.number)
    const link = comment?.querySelector<HTMLElement>(`a[href^="/posts/${slug}/reply/"]`)
    close()
    if (link) link.focus()
    else focusText()
  }

  function isNow(one: ReplyTarget | null): boolean {
    return one?.number === now.current?.number
  }

  function focusText() {
    composer.current?.querySelector('textarea')?.focus()
  }

  const openBy = useEffectEvent((number: number) =>
    open({ number, name: findComment(number)?.querySelector('.who')?.textContent ?? null }),
  )
  useEffect(() => {
    const prefix = `/posts/${slug}/reply/`
    function handleClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link?.pathname.startsWith(prefix) || link.origin !== location.origin) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      openBy(Number(link.pathname.slice(prefix.length)))
    }
    document.addEventListener('click', handleClick)
    return () => document.removeEventListener('click', handleClick)
  }, [slug])

  // After every drawing: when the list was made again, the comment may stand elsewhere or be gone.
  useLayoutEffect(() => {
    if (!home.current || !composer.current || !news.current) return
    const comment = target && target.number !== base?.number ? findComment(target.number) : null
    if (comment) putAfter(comment, composer.current, news.current)
    else if (composer.current.parentElement !== home.current) home.current.prepend(composer.current)
    if (!hasNews || !news.current.isConnected) fetchNews()
    setIsAway(comment !== null)
  })

  /** To where the form stands: what comes next is said there. */
  function fetchNews() {
    if (!composer.current || !news.current) return
    if (news.current.nextElementSibling !== composer.current) composer.current.before(news.current)
  }

  return { target, isAway, isNow, open, begin, close, cancel, fetchNews }
}

function findComment(number: number): Element | null {
  return document.getElementById(`c-${number}`)
}

/** Does nothing when it stands there: what is moved loses the focus. `between` may stand before it. */
function putAfter(comment: Element, element: Element, between: Element) {
  const next = comment.nextElementSibling
  const place = next === between ? between : comment
  if (place.nextElementSibling !== element) place.after(element)
}
