import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isForbidden, openSmallDisk } from './small-disk'

test('a small disk takes so much and no more, where a machine allows one', async ({ skip }) => {
  const disk = await openSmallDisk('1m')
  if ('refused' in disk) return skip(disk.refused)
  writeFileSync(join(disk.folder, 'half'), Buffer.alloc(2 ** 19))
  expect(() => writeFileSync(join(disk.folder, 'more'), Buffer.alloc(2 ** 20))).toThrow('ENOSPC')
  await disk.stop()
})

test('one that cannot be for a mistake of ours is a failure', async ({ skip }) => {
  const disk = await openSmallDisk('so much').catch(String)
  if (typeof disk === 'object' && 'refused' in disk && isForbidden(disk.refused)) return skip(disk.refused)
  expect(disk).toMatch(/^Error: No small disk could be made: mount: /)
})

test.each([
  ['Error: spawn unshare ENOENT', true],
  ['unshare: unshare failed: Operation not permitted', true],
  ['unshare: unshare failed: No space left on device', true],
  ['unshare: write failed /proc/self/uid_map: Operation not permitted', true],
  ['mount: /tmp: permission denied.', true],
  ['mount: /tmp: wrong fs type, bad option, bad superblock on tmpfs', false],
  ["unshare: unrecognized option '--map-root-user'", false],
  ['sh: 1: mount: not found', false],
  ['', false],
])('“%s” may be skipped: %s', (complaint, may) => {
  expect(isForbidden(complaint)).toBe(may)
})
