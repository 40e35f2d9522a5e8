import { z } from 'zod'
import { readField } from '@/app/_comments/read-field'
import { deskVerbs } from '@/lib/studio/done'
import { parseRead } from './read-texts'

const schema = z.object({
  verb: z.enum(deskVerbs),
  ids: z.array(z.uuid()).max(100),
  read: z
    .array(z.string().max(100))
    .max(100)
    .transform((lines) => new Map(lines.map(parseRead))),
  trust: z.boolean(),
  reply: z.string(),
  body: z.string(),
  was: z.string(),
})

/**
 * What a form of the inbox asks for: a verb, the comments it is about, and which texts of them were read. `was` is the
 * `hashText` of what stood in the field of `body`.
 */
export type ActForm = z.output<typeof schema>

/** Reads it as it came over the network; null when no form of ours sends that. */
export function readAct(form: unknown): ActForm | null {
  const fields = {
    verb: readField(form, 'verb'),
    ids: form instanceof FormData ? [...new Set(form.getAll('id'))] : [],
    read: form instanceof FormData ? form.getAll('read') : [],
    trust: readField(form, 'trust') !== '',
    reply: readField(form, 'reply'),
    body: readField(form, 'body'),
    was: readField(form, 'was'),
  }
  return schema.safeParse(fields).data ?? null
}
