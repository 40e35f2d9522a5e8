import { expect, test } from 'vitest'
import { site } from '@/content/site'
import { keepWrong, type Typed } from '@/lib/comments/fields'
import { type Problem, toProblem, withMistakes } from './problem'

const { lengths } = site.comments
const typed: Typed = {
  body: '',
  name: '',
  email: '',
  website: '',
  remember: false,
  forAuthor: false,
  addLatest: false,
  letters: false,
}
const both: Problem = {
  errors: { body: 'Write a comment before posting', name: 'Enter your name' },
  message: null,
}

function afterTyping(problem: Problem, now: Typed): Problem | null {
  return withMistakes(problem, keepWrong(problem.errors, now, lengths))
}

test('a mistake goes when its field has become right, and all is well with the last of them', () => {
  expect(afterTyping(both, { ...typed, name: 'Wren' })).toEqual({
    errors: { body: 'Write a comment before posting' },
    message: null,
  })
  expect(afterTyping(both, { ...typed, name: 'Wren', body: 'Words.' })).toBeNull()
})

test('no mistake is added while typing', () => {
  expect(afterTyping(both, { ...typed, email: 'wren@' })).toBe(both)
})

test('what concerns the whole form stays until it is sent again', () => {
  const problem = { errors: {}, message: 'That was quick.' }
  expect(afterTyping(problem, { ...typed, name: 'Wren', body: 'Words.' })).toBe(problem)
})

test('only an answer that refuses is a problem', () => {
  expect(toProblem({ status: 'invalid', errors: both.errors, typed })).toEqual(both)
  expect(toProblem({ status: 'limited', message: 'That was quick.', typed })).toEqual({
    errors: {},
    message: 'That was quick.',
  })
  expect(toProblem({ status: 'held', id: '1', href: '/posts/a/receipt/b', told: 'It waits.' })).toBeNull()
  expect(toProblem({ status: 'idle' })).toBeNull()
})
