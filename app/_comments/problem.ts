import {
  type FieldErrors,
  fieldNames,
  findFieldErrors,
  type Lengths,
  type Typed,
} from '@/lib/comments/fields'
import type { Answer } from './send-comment'

/** What the form's own address ends in: without JavaScript the browser lands on what is wrong, or on the preview. */
export const answerId = 'answer'

/** What is wrong with a form: of its fields, or of all of it. */
export type Problem = { errors: FieldErrors; message: string | null }

/** What an answer finds wrong; null when it finds nothing. */
export function toProblem(state: Answer): Problem | null {
  if (state.status === 'invalid') return { errors: state.errors, message: null }
  return 'message' in state ? { errors: {}, message: state.message } : null
}

/** A mistake goes when its field has become right, and the summary with the last of them. No mistake is added while typing. */
export function withoutMended(problem: Problem, typed: Typed, lengths: Lengths): Problem | null {
  if (problem.message) return problem
  const now = findFieldErrors(typed, lengths)
  const left = fieldNames.filter((field) => problem.errors[field] && now[field])
  if (left.length === Object.keys(problem.errors).length) return problem
  if (left.length === 0) return null
  return { errors: Object.fromEntries(left.map((field) => [field, problem.errors[field]])), message: null }
}
