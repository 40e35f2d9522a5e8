import type { FormProblem } from '@/app/studio/form-problem'
import type { TypedRules } from '@/lib/studio/check-rules'

/** What is wrong with the rules that were sent, and all that was typed; null before. */
export type RulesState = { problems: FormProblem[]; typed: TypedRules } | null
