import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Typed } from '@/lib/comments/fields'
import { forgetDraft, keepDraft, makeKey, readDraft } from './draft'
import { fill, readTyped } from './form-values'

/** `from` is the day of a draft that was found from an earlier visit, null for one of this visit. */
type DraftNote = { from: string | null }

/**
 * Keeps what is typed on this device and gives it back after a reload. The key goes with the text: as long as
 * a text stays as it was sent, a second try has the same key.
 */
export function useDraft(slug: string, form: RefObject<HTMLFormElement | null>) {
  const key = useRef('')
  const [note, setNote] = useState<DraftNote | null>(null)

  useEffect(() => {
    const draft = readDraft(slug)
    key.current = draft?.key ?? makeKey()
    if (!draft || !form.current) return
    const { body, name, website } = readTyped(form.current)
    // What was typed before the script arrived, or came back with a mistake, is newer.
    if (body !== '' && body !== draft.body) return
    fill(form.current, { body: draft.body, name: name || draft.name, website: website || draft.website })
    const from = new Date(draft.at).toLocaleDateString(document.documentElement.lang, {
      day: 'numeric',
      month: 'short',
    })
    setNote({ from })
  }, [slug, form])

  function forget() {
    forgetDraft(slug)
    key.current = makeKey()
    setNote(null)
  }

  function keep({ body, name, website }: Typed, isChangedSinceSent: boolean) {
    if (body === '') return forget()
    if (isChangedSinceSent) key.current = makeKey()
    keepDraft(slug, { body, name, website, key: key.current, at: Date.now() })
    setNote((note) => note ?? { from: null })
  }

  return { note, key, keep, forget }
}
