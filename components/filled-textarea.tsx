'use client'

import { type ComponentProps, useState, useSyncExternalStore } from 'react'
import { neverChanges } from './never-changes'

type FilledTextareaProps = ComponentProps<'textarea'> & { id: string; defaultValue: string | undefined }

/**
 * A textarea that comes with a text in it. When React takes over a page in which somebody is typing already, it puts the
 * text that came back into every textarea, though into no input (`initTextarea` of react-dom). So it is given what stands
 * there by then.
 */
export function FilledTextarea({ id, defaultValue, ...rest }: FilledTextareaProps) {
  const [came] = useState(defaultValue)
  const isTakenOver = useSyncExternalStore(
    neverChanges,
    () => false,
    () => true,
  )
  const [found] = useState(() => (isTakenOver ? textIn(id) : null))
  const text = defaultValue === came ? (found ?? defaultValue) : defaultValue
  return <textarea {...rest} id={id} defaultValue={text} />
}

/** Null on the server. */
function textIn(id: string): string | null {
  if (typeof document === 'undefined') return null
  const field = document.getElementById(id)
  return field instanceof HTMLTextAreaElement ? field.value : null
}
