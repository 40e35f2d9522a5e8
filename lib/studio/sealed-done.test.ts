import { expect, test } from 'vitest'
import { seal } from '../http/seal'
import type { Done } from './done'
import { openDone, sealDone } from './sealed-done'

const done: Done = {
  verb: 'publish',
  ids: ['3f2a9c1e-0000-4000-8000-000000000001'],
  notes: [7],
  reply: null,
  trust: null,
}
const now = Date.UTC(2026, 10, 30)
const hour = 3_600_000

test('what was done is told for an hour, by whoever has the key', () => {
  const sealed = sealDone('key', done, now)
  expect(openDone('key', sealed, now + hour)).toEqual(done)
  expect(openDone('key', sealed, now + hour + 1)).toBeNull()
  expect(openDone('other key', sealed, now)).toBeNull()
})

test.each(['', JSON.stringify(done), seal('key', JSON.stringify(done)), seal('key', '{"until":1e15}')])(
  '%j tells of nothing',
  (text) => expect(openDone('key', text, now)).toBeNull(),
)
