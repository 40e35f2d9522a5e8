import { useEffectEvent, useLayoutEffect, useState } from 'react'
import { type DraftFrom, sayWhen } from './draft-note'
import { type Keeping, keepWords, readWords } from './kept-words'

/** What there is to tell of what is kept; `isStale` as `readWords` says it. */
export type Kept = DraftFrom & { isStale: boolean }

/**
 * Keeps on this device what is typed in a field, and gives it back after a reload, on another day, or when the
 * author has signed in again. `note` says what to tell of it; null when nothing is kept.
 */
export function useKeptWords(id: string, keeping: Keeping) {
  const [note, setNote] = useState<Kept | null>(null)

  function take(text: string) {
    keepWords(keeping, text)
    setNote((note) => (text === keeping.before ? null : (note ?? { from: null, isStale: false })))
  }

  const begin = useEffectEvent(() => {
    const field = findField(id)
    if (!field) return
    // Typed before the script arrived, or given back by the server or the browser, it is newer than what was kept.
    if (field.value !== keeping.before) {
      unfold(field)
      return take(field.value)
    }
    const kept = readWords(keeping)
    if (!kept) return
    field.value = kept.text
    unfold(field)
    setNote({ from: sayWhen(kept.at), isStale: kept.isStale })
  })
  // Once, before anything more can be typed into it.
  useLayoutEffect(() => begin(), [])

  function discard() {
    const field = findField(id)
    if (!field) return
    field.value = keeping.before
    // As if it was typed: so it is forgotten here, and whoever else listens hears of it.
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }

  return { note, take, discard }
}

/** Brings a field to whoever typed in it, also out of a part that was folded meanwhile; the focus too, if it is to go there. */
export function showField(id: string, takesFocus = true) {
  const field = findField(id)
  if (!field) return
  unfold(field)
  if (takesFocus) field.focus()
  else field.closest('.field')?.scrollIntoView({ block: 'nearest' })
}

function findField(id: string): HTMLTextAreaElement | null {
  const field = document.getElementById(id)
  return field instanceof HTMLTextAreaElement ? field : null
}

function unfold(field: HTMLElement) {
  const folded = field.closest('details')
  if (folded) folded.open = true
}
