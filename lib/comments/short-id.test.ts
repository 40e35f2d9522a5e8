import { expect, test } from 'vitest'
import { matchShortIds, readShortIds, shortIdOf } from './short-id'

const one = { id: '3f2a9c1e-77ab-4c55-9f1e-0123456789ab' }
const other = { id: '3f2a9c1e-88ab-4c55-9f1e-0123456789ab' }

test('an id is known by its beginning', () => {
  expect(shortIdOf(one.id)).toBe('3f2a9c1e')
})

test('what cannot begin an id is said', () => {
  expect(readShortIds(['3F2A', '3f2a9c1e', one.id, '3f2a', '3f2', 'wren', '', '3f2a%'])).toEqual({
    prefixes: ['3f2a', '3f2a9c1e', one.id],
    wrong: ['3f2', 'wren', '', '3f2a%'].map((text) => `“${text}” is no id: they look like 3f2a9c1e.`),
  })
})

test('each beginning means one comment, or that is said', () => {
  expect(matchShortIds(['3f2a', '3f2a9c1e-77', one.id, 'ffff'], [one, other])).toEqual({
    found: [one],
    wrong: ['3f2a begins 2 ids: type more of it.', 'There is no comment ffff.'],
  })
})
