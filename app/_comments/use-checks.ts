import { useRef } from 'react'
import type { FieldErrors, Lengths, Typed } from '@/lib/comments/fields'

/**
 * The checks of the form, loaded for who comes to it. Until they are there, or when they are out of reach, nothing is
 * found wrong: the server checks the same, and its answer is shown in the same way.
 */
export function useChecks(lengths: Lengths) {
  const fields = useRef<typeof import('@/lib/comments/fields') | null>(null)

  return {
    async load() {
      try {
        fields.current ??= await import('@/lib/comments/fields')
      } catch {
        // The next focus tries again.
      }
    },
    findErrors: (typed: Typed): FieldErrors => fields.current?.findFieldErrors(typed, lengths) ?? {},
    keepWrong: (errors: FieldErrors, typed: Typed): FieldErrors =>
      fields.current?.keepWrong(errors, typed, lengths) ?? errors,
  }
}
