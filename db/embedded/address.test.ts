import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAddress, removeAddress, writeAddress } from './address'

test('an address is read as it was written until it is withdrawn, and a damaged one is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'unpicked-address-'))
  const address = { pid: 1, startedAt: 'once', host: '/tmp/somewhere', port: 5432 }
  expect(readAddress(folder)).toBeNull()
  writeAddress(folder, address)
  expect(readAddress(folder)).toEqual(address)
  removeAddress(folder)
  removeAddress(folder)
  expect(readAddress(folder)).toBeNull()
  writeFileSync(join(folder, 'database.json'), '{"pid":1,')
  expect(readAddress(folder)).toBeNull()
  rmSync(folder, { recursive: true })
})
