import { z } from 'zod'
import {
  checkBody,
  checkEmail,
  checkName,
  checkWebsite,
  type FieldErrors,
  fieldNames,
  findFieldErrors,
  type Lengths,
  type Typed,
} from './fields'
import { honeypotField } from './honeypot'

/**
 * Bytes of all that was typed, as JSON. More was never typed: it is refused and not sent back. Without JavaScript
 * React keeps what we send back in the form, so it comes again beside whatever is typed next, and the two must
 * stay under `bodySizeLimit` (256 kB, next.config.ts), or Next answers with a bare 500. Characters would not do: one
 * may weigh 3 bytes, or 6 where JSON escapes it.
 */
export const heaviestEcho = 60_000

const line = z.string().max(heaviestEcho)

function makeSchema(lengths: Lengths) {
  const checked = <Value>(
    check: (typed: string, lengths: Lengths) => { ok: true; value: Value } | { ok: false; message: string },
  ) =>
    line.transform((typed, context): Value => {
      const result = check(typed, lengths)
      if (result.ok) return result.value
      context.addIssue({ code: 'custom', message: result.message })
      return z.NEVER
    })
  const orNull = <Value>(schema: z.ZodType<Value>) =>
    z
      .literal('')
      .transform(() => null)
      .or(schema)

  return z.strictObject({
    slug: z.string().regex(/^[a-z0-9-]{1,200}$/),
    parent: orNull(z.coerce.number().int().min(1).max(2_147_483_647)),
    body: checked(checkBody),
    name: checked(checkName),
    email: checked(checkEmail),
    website: checked(checkWebsite),
    remember: line.transform((value) => value !== ''),
    forAuthor: line.transform((value) => value !== ''),
    addLatest: line.transform((value) => value !== ''),
    /** Which of their posts, as we offered them; empty for the newest. */
    latestChoice: line,
    letters: line.transform((value) => value !== ''),
    key: orNull(z.uuid()),
    /** Milliseconds from the first sight of the form; a hint only, so nonsense counts as not measured. */
    elapsed: orNull(z.coerce.number().int().min(0)).catch(null),
    [honeypotField]: line,
    intent: z.literal(['post', '']).transform(() => 'post' as const),
  })
}

/** Writing a schema takes longer than reading a form by it. */
const schemas = new WeakMap<Lengths, ReturnType<typeof makeSchema>>()

function schemaFor(lengths: Lengths) {
  const schema = schemas.get(lengths) ?? makeSchema(lengths)
  schemas.set(lengths, schema)
  return schema
}

/** A comment as the rules and the database take it. */
export type CommentInput = z.output<ReturnType<typeof makeSchema>>

export type ParsedForm =
  | { status: 'ok'; input: CommentInput; typed: Typed }
  /** To be shown to its writer and not stored: only the text itself must be right. */
  | { status: 'preview'; body: string; typed: Typed }
  | { status: 'invalid'; errors: FieldErrors; typed: Typed }
  /** Not sent by our form, or far too long: `typed` leaves out what must not be sent back. */
  | { status: 'malformed'; tooLong: boolean; typed: Typed }

/** Reads the form as it came over the network. Fields we do not know are left aside; files and missing fields count as empty. */
export function parseForm(form: unknown, lengths: Lengths): ParsedForm {
  const fields = readFields(form)
  const typed = toTyped(fields)
  if (weigh(typed) > heaviestEcho) return { status: 'malformed', tooLong: true, typed: lighten(typed) }
  if (fields.intent === 'preview') return parsePreview(typed, lengths)
  const errors = findFieldErrors(typed, lengths)
  if (Object.keys(errors).length > 0) return { status: 'invalid', errors, typed }
  const parsed = schemaFor(lengths).safeParse(fields)
  if (parsed.success) return { status: 'ok', input: parsed.data, typed }
  return { status: 'malformed', tooLong: false, typed }
}

function parsePreview(typed: Typed, lengths: Lengths): ParsedForm {
  const body = checkBody(typed.body, lengths)
  if (body.ok) return { status: 'preview', body: body.value, typed }
  return { status: 'invalid', errors: { body: body.message }, typed }
}

function readFields(form: unknown) {
  const read = (name: string): string => {
    const value = form instanceof FormData ? form.get(name) : null
    return typeof value === 'string' ? value : ''
  }
  return {
    slug: read('slug'),
    parent: read('parent'),
    body: read('body').replace(/\r\n?/g, '\n'),
    name: read('name'),
    email: read('email'),
    website: read('website'),
    remember: read('remember'),
    forAuthor: read('forAuthor'),
    addLatest: read('addLatest'),
    latestChoice: read('latestChoice'),
    letters: read('letters'),
    key: read('key'),
    elapsed: read('elapsed'),
    [honeypotField]: read(honeypotField),
    intent: read('intent'),
  }
}

function toTyped(fields: ReturnType<typeof readFields>): Typed {
  const { body, name, email, website, remember, forAuthor, addLatest, letters } = fields
  return {
    body,
    name,
    email,
    website,
    remember: remember !== '',
    forAuthor: forAuthor !== '',
    addLatest: addLatest !== '',
    letters: letters !== '',
  }
}

/** Bytes of a value as JSON. */
export function weigh(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length
}

/** Leaves out the heaviest text, and the next, until what is left may be sent back. */
function lighten(typed: Typed): Typed {
  const left = { ...typed }
  for (const field of fieldNames.toSorted((a, b) => weigh(typed[b]) - weigh(typed[a]))) {
    if (weigh(left) > heaviestEcho) left[field] = ''
  }
  return left
}
