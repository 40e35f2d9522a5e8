import { expect, test } from 'vitest'
import { tellingLines } from './telling-lines'

test('figures and what was not tried are told, and nothing else', () => {
  const said = [
    '[wide and light] › limits.test.ts:12:1 › T7 and R15 are in its name',
    '\u001b[1A\u001b[2KT19: 31 answers read, 0 with a canary',
    '····',
    'stdout | lib/net/find-addresses.test.ts',
    'T11: 49 of 49 spellings of addresses and names are not asked for',
    'held   R16  letters whose senders are killed arrive',
    '            100 kills, 0 lost (12 s)',
    'skipped R3  no Docker here',
    '7 passed, 0 failed, 1 skipped',
  ]
  expect(tellingLines(said.join('\n'))).toEqual([
    'T19: 31 answers read, 0 with a canary',
    said[4],
    `${said[5]}\n${said[6]}`,
    said[7],
  ])
  expect(tellingLines('All is well.')).toEqual([])
})
