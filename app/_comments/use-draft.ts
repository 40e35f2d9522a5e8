import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Typed } from '@/lib/comments/fields'
import { forgetDraft, keepDraft, makeKey, readDraft } from './draft'
import { fill, readTyped, tick } from './form-values'

/** `from` is the day of a draft that was found from an earlier visit, null for one of this visit. */
type DraftNote = { from: string | null }

/**
 * Keeps what is typed on this device and gives it back after a reload. A key belongs to one wording: a second
 * try of the same has the same key, also after a reload, and other words make it another comment. A key that
 * outlived a change would be answered with the words that came first, and the new ones be lost.
 */
export function useDraft(slug: string, form: RefObject<HTMLFormElement | null>) {
  const key = useRef('')
  const wording = useRef('')
  const [note, setNote] = useState<DraftNote | null>(null)

  const keepText = useCallback(
    ({ body, name, website, forAuthor }: Typed) => {
      const now = wordingOf({ body, forAuthor })
      if (now !== wording.current) key.current = makeKey()
      wording.current = now
      keepDraft(slug, { body, name, website, forAuthor, key: key.current, at: Date.now() })
      setNote((note) => note ?? { from: null })
    },
    [slug],
  )

  useEffect(() => {
    const draft = readDraft(slug)
    key.current = makeKey()
    if (!form.current) return
    const typed = readTyped(form.current)
    // What was typed before the script arrived, or came back with a mistake, is newer than any draft.
    if (typed.body !== '' && typed.body !== draft?.body) return keepText(typed)
    if (!draft) return
    const { name, website } = typed
    key.current = draft.key
    wording.current = wordingOf(draft)
    tick(form.current, 'forAuthor', draft.forAuthor)
    fill(form.current, { body: draft.body, name: name || draft.name, website: website || draft.website })
    const from = new Date(draft.at).toLocaleDateString(document.documentElement.lang, {
      day: 'numeric',
      month: 'short',
    })
    setNote({ from })
  }, [slug, form, keepText])

  function forget() {
    forgetDraft(slug)
    key.current = makeKey()
    setNote(null)
  }

  function keep(typed: Typed) {
    if (typed.body === '') forget()
    else keepText(typed)
  }

  return { note, key, keep, forget }
}

/** Words for everybody and the same words for the author alone are two comments. */
function wordingOf({ body, forAuthor }: Pick<Typed, 'body' | 'forAuthor'>): string {
  return forAuthor ? `${body}\0` : body
}
