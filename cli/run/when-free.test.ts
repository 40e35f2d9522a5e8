import { expect, test, vi } from 'vitest'
import { FolderInUse } from '../../db/embedded/lock'
import { whenFree } from './when-free'

vi.spyOn(console, 'log').mockImplementation(() => {})

test('a folder that becomes free in a moment is taken', async () => {
  let tries = 0
  const taken = await whenFree(() => {
    tries += 1
    if (tries < 3) throw new FolderInUse('data', 7)
    return 'taken'
  })
  expect(taken).toBe('taken')
})

test('any other mistake is told at once', async () => {
  let tries = 0
  const failed = whenFree(() => {
    tries += 1
    throw new Error('no room on the disk')
  })
  await expect(failed).rejects.toThrow('no room on the disk')
  expect(tries).toBe(1)
})
