import { readField } from '@/app/_comments/read-field'
import { hashText } from '@/lib/comments/hash-text'
import type { Mistake } from './typed-field'

/** What somebody typed beside a comment, and all else that its form needs to be sent once more, by the names of its fields. */
export type Said = {
  texts: { field: Mistake['field']; text: string }[]
  hidden: { name: string; value: string }[]
}

const carried = ['id', 'verb', 'read', 'was', 'trust', 'back'] as const

/** Reads it out of a request, and out of nothing else; null when nothing was typed. */
export function readSaid(form: unknown): Said | null {
  const [reply, body] = [readField(form, 'reply'), readField(form, 'body')]
  const texts: Said['texts'] = []
  if (reply.trim() !== '') texts.push({ field: 'reply', text: reply })
  if (body.trim() !== '' && hashText(body) !== readField(form, 'was'))
    texts.push({ field: 'body', text: body })
  const hidden = carried.flatMap((name) => {
    const value = readField(form, name)
    return value === '' ? [] : [{ name, value }]
  })
  return texts.length === 0 ? null : { texts, hidden }
}
