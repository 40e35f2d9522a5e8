import type { FieldErrors } from '@/lib/comments/fields'
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

/** What is left of it when only these mistakes are left: nothing after the last of them, unless it was of all of the form. */
export function withMistakes(problem: Problem, errors: FieldErrors): Problem | null {
  if (problem.message) return problem
  const count = Object.keys(errors).length
  if (count === Object.keys(problem.errors).length) return problem
  return count === 0 ? null : { errors, message: null }
}
