import { z } from 'zod'
import { checkBody, type Lengths } from './fields'
import { honeypotField } from './honeypot'
import { heaviestEcho, weigh } from './schema'

const isGiven = z.string().transform((value) => value !== '')

const which = {
  slug: z.string().regex(/^[a-z0-9-]{1,200}$/),
  id: z.uuid(),
  /** Set by script, which reads the answer; a plain form is sent to the receipt. */
  scripted: isGiven,
}

const editSchema = z.strictObject({ ...which, body: z.string(), [honeypotField]: isGiven })
const deleteSchema = z.strictObject(which)

export type DeleteInput = z.output<typeof deleteSchema>
export type EditInput = z.output<typeof editSchema>

/** `body` is as typed: it goes back into the form, unless it is far too long for that. */
export type ParsedEdit =
  | { status: 'ok'; input: EditInput; body: string }
  | { status: 'invalid'; error: string; body: string }
  | { status: 'malformed'; tooLong: boolean; body: string }

/** Reads the form with which a writer changes a comment, as it came over the network. Fields we do not know are left aside. */
export function parseEdit(form: unknown, lengths: Lengths): ParsedEdit {
  const body = read(form, 'body').replace(/\r\n?/g, '\n')
  if (weigh(body) > heaviestEcho) return { status: 'malformed', tooLong: true, body: '' }
  const parsed = editSchema.safeParse({
    ...readWhich(form),
    body,
    [honeypotField]: read(form, honeypotField),
  })
  if (!parsed.success) return { status: 'malformed', tooLong: false, body }
  const checked = checkBody(body, lengths)
  if (!checked.ok) return { status: 'invalid', error: checked.message, body }
  return { status: 'ok', input: { ...parsed.data, body: checked.value }, body }
}

/** Reads the form with which a writer deletes a comment; null when it is none of ours. */
export function parseDelete(form: unknown): DeleteInput | null {
  return deleteSchema.safeParse(readWhich(form)).data ?? null
}

function readWhich(form: unknown) {
  return { slug: read(form, 'slug'), id: read(form, 'id'), scripted: read(form, 'scripted') }
}

function read(form: unknown, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null
  return typeof value === 'string' ? value : ''
}
