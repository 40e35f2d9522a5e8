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

/** What is wrong with the rules that were sent, and all that was typed; null before. */
export type RulesState = { problem: string; typed: TypedRules } | null
