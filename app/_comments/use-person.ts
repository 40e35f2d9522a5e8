import { type RefObject, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Typed } from '@/lib/comments/fields'
import { readPerson, rememberPerson } from './draft'
import { fill, readTyped, tick } from './form-values'

const fields = ['name', 'email', 'website'] as const

/** Who is remembered on this device: their details stand in the form, which then shows their name alone. */
export function usePerson(form: RefObject<HTMLFormElement | null>) {
  const [name, setName] = useState<string | null>(null)
  const [latestFrom, setLatestFrom] = useState<string | null>(null)

  useLayoutEffect(() => {
    const person = readPerson()
    if (!person || !form.current) return
    // What was typed before the script arrived, or came back with a mistake, is newer, and must be seen.
    const typed = readTyped(form.current)
    const isOther = fields.some((field) => typed[field] !== '' && typed[field] !== person[field])
    if (isOther) return
    fill(form.current, person)
    tick(form.current, 'remember', true)
    setName(person.name)
  }, [form])

  return {
    /** Null while the fields are shown. */
    name,
    /** The website whose latest posts are wanted; null while none are. */
    latestFrom,
    lookForLatest() {
      if (!form.current) return
      const { addLatest, website } = readTyped(form.current)
      setLatestFrom(addLatest ? website.trim() : null)
    },
    showFields: () => setName(null),
    /** The button that was pressed goes: the focus moves to the name. */
    change() {
      flushSync(() => setName(null))
      const field = form.current?.elements.namedItem('name')
      if (field instanceof HTMLInputElement) field.focus()
    },
    remember({ remember, name, email, website }: Typed) {
      rememberPerson(remember ? { name, email, website } : null)
      if (remember) setName(name)
    },
  }
}
