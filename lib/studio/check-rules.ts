import { z } from 'zod'
import type { KeptRules } from '../comments/site-rules'

/** The rules as they stand in the form: numbers are what was typed. */
export type TypedRules = {
  holdFirst: boolean
  links: string
  floodCount: string
  floodMinutes: string
  /** In seconds. */
  quickest: string
  holdWords: string
  spamWords: string
}

const list = z.string().max(60_000)
const count = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const schema = z.object({
  holdFirst: z.boolean(),
  links: count,
  floodCount: count,
  floodMinutes: count.max(10_080),
  // What is empty is no number, though `Number` takes it for 0.
  quickest: z.string().trim().min(1).pipe(z.coerce.number<string>().min(0).max(3600)),
  holdWords: list,
  spamWords: list,
})

/** In the order of the form. */
const fields = ['links', 'floodCount', 'floodMinutes', 'quickest', 'holdWords', 'spamWords'] as const

export type RulesField = (typeof fields)[number]

const messages: Record<RulesField, string> = {
  links: 'Enter a whole number of links, from 1 on',
  floodCount: 'Enter a whole number of comments, from 1 on',
  floodMinutes: 'Enter a whole number of minutes, from 1 to 10,080, which is a week',
  quickest: 'Enter a number of seconds, from 0 to 3600',
  holdWords: 'Keep the words that hold a comment to 60,000 characters',
  spamWords: 'Keep the words that make it probable spam to 60,000 characters',
}

/** The rules that were typed, or what is wrong with which of them, in the order of the form. */
export function checkRules(
  typed: TypedRules,
): { ok: true; rules: KeptRules } | { ok: false; problems: { field: RulesField; message: string }[] } {
  const { data, error } = schema.safeParse(typed)
  if (!data) {
    const wrong = new Set(error.issues.map(({ path: [field] }) => field))
    const problems = fields.filter((field) => wrong.has(field))
    return { ok: false, problems: problems.map((field) => ({ field, message: messages[field] })) }
  }
  const { floodCount, floodMinutes, quickest, ...rules } = data
  const flood = { count: floodCount, minutes: floodMinutes }
  return { ok: true, rules: { ...rules, flood, quickest: Math.round(quickest * 1000) } }
}
