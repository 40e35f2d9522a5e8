import { type RefObject, useRef, useState } from 'react'
import type { Typed } from '@/lib/comments/fields'
import { forgetDraft, keepDraft, makeKey, type ReplyTarget, readDraft } from './draft'
import { type DraftFrom, sayWhen } from './draft-note'
import { fill, readTyped, tick } from './form-values'

/**
 * Keeps what is typed on this device and gives it back after a reload, a draft for the post and one for each reply.
 * A key belongs to one wording: a second try of the same has the same key, also after a reload, and other words make
 * it another comment. A key that outlived a change would be answered with the words that came first, and the new
 * ones be lost.
 */
export function useDraft(slug: string, form: RefObject<HTMLFormElement | null>) {
  const key = useRef('')
  const wording = useRef('')
  const reply = useRef<ReplyTarget | null>(null)
  const [note, setNote] = useState<DraftFrom | null>(null)

  function keepText({ body, name, website, forAuthor, letters }: Typed) {
    const now = wordingOf({ body, forAuthor })
    if (now !== wording.current) key.current = makeKey()
    wording.current = now
    keepDraft(slug, reply.current, {
      body,
      name,
      website,
      forAuthor,
      letters,
      key: key.current,
      at: Date.now(),
    })
    setNote((note) => note ?? { from: null })
  }

  /** Puts the draft of this reply, or of the post, into the form; without one its text is empty, and the box as `isTicked`. */
  function open(target: ReplyTarget | null, isTicked = false) {
    if (!form.current) return
    reply.current = target
    const draft = readDraft(slug, target)
    const { name, website } = readTyped(form.current)
    key.current = draft?.key ?? makeKey()
    wording.current = draft ? wordingOf(draft) : ''
    tick(form.current, 'forAuthor', draft?.forAuthor ?? isTicked)
    if (draft) tick(form.current, 'letters', draft.letters)
    fill(form.current, {
      body: draft?.body ?? '',
      name: name || (draft?.name ?? ''),
      website: website || (draft?.website ?? ''),
    })
    setNote(draft && { from: sayWhen(draft.at) })
    // It is the one that a reload brings back.
    if (draft) keepDraft(slug, target, draft)
  }

  /**
   * As `open`, on a page that has just come. What was typed before the script arrived, or came back with a mistake, goes
   * behind the draft: neither may be lost, and whoever is still typing types on at its end.
   */
  function begin(target: ReplyTarget | null) {
    if (!form.current) return
    const typed = readTyped(form.current)
    const draft = readDraft(slug, target)
    if (typed.body === '' || typed.body === draft?.body) return open(target, typed.forAuthor)
    reply.current = target
    if (draft && !typed.body.includes(draft.body)) {
      fill(form.current, {
        body: `${draft.body}\n\n${typed.body}`,
        name: typed.name || draft.name,
        website: typed.website || draft.website,
      })
      // What one of them kept from all others stays so.
      tick(form.current, 'forAuthor', typed.forAuthor || draft.forAuthor)
    }
    keepText(readTyped(form.current))
  }

  function forget() {
    forgetDraft(slug, reply.current)
    key.current = makeKey()
    wording.current = ''
    setNote(null)
  }

  function keep(typed: Typed) {
    if (typed.body === '') forget()
    else keepText(typed)
  }

  return { note, key, begin, open, keep, forget }
}

/** Words for everybody and the same words for the author alone are two comments. */
function wordingOf({ body, forAuthor }: Pick<Typed, 'body' | 'forAuthor'>): string {
  return forAuthor ? `${body}\0` : body
}
