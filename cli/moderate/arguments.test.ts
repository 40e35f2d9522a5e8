import { expect, test } from 'vitest'
import { readArguments } from './arguments'

const list = { kind: 'list', status: 'held', search: '', after: null }

test.each<[string[], object]>([
  [[], list],
  [['--status', 'spam'], { ...list, status: 'spam' }],
  [['--search', 'wool', '--after', '3f2a9c1e'], { ...list, search: 'wool', after: '3f2a9c1e' }],
  [['approve', '3f2a9c1e', '77ab'], { kind: 'decide', verb: 'approve', ids: ['3f2a9c1e', '77ab'] }],
  [['bin', '3f2a9c1e'], { kind: 'decide', verb: 'bin', ids: ['3f2a9c1e'] }],
  [['undo'], { kind: 'undo', ids: [] }],
  [['undo', '3f2a9c1e'], { kind: 'undo', ids: ['3f2a9c1e'] }],
  [['--help'], { kind: 'help' }],
  [['approve', '-h'], { kind: 'help' }],
])('%j is understood', (args, wish) => {
  expect(readArguments(args)).toEqual(wish)
})

test.each([
  [['delete', '3f2a9c1e'], '“delete” is none of approve, read, hold, spam, bin, undo.'],
  [['--status', 'waiting'], '--status is one of held, published, spam, removed, answered, not “waiting”.'],
  [['approve'], 'Which comments? For instance: npm run moderate -- approve 3f2a9c1e'],
  [['--force'], "Unknown option '--force'"],
])('%j is answered with what to do', (args, message) => {
  expect(() => readArguments(args)).toThrow(message)
})
