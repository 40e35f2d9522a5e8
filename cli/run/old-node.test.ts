import { expect, test } from 'vitest'
import { oldNodeNotice } from './old-node'

test.each(['20.20.2', '22.23.3', '24.9.0', '24.22.0', '25.9.0', '26.0.0'])(
  'Node %s is told of',
  (version) => {
    expect(oldNodeNotice(version)).toContain('CVE-2026-111497')
  },
)

test.each(['22.23.4', '22.24.0', '24.22.1', '26.12.1', '27.0.0'])('Node %s has the fix', (version) => {
  expect(oldNodeNotice(version)).toBeNull()
})

test('the fixed release of the same line is named', () => {
  expect(oldNodeNotice('22.1.0')).toContain('22.23.4')
})
