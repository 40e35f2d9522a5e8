import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { processStart } from './process-start'

const platform = process.platform

afterEach(() => {
  vi.unstubAllEnvs()
  Object.defineProperty(process, 'platform', { value: platform })
})

test('a process has one beginning, and another process another', async () => {
  const mine = processStart(process.pid)
  expect(mine).toMatch(/\S/)
  expect(processStart(process.pid)).toBe(mine)
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
  await once(child, 'spawn')
  expect(processStart(child.pid ?? 0)).toMatch(/\S/)
  if (process.platform === 'linux') expect(processStart(child.pid ?? 0)).not.toBe(mine)
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  expect(processStart(child.pid ?? 0)).toBeNull()
})

test('a process that is not there has none', () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  expect(processStart(pid)).toBeNull()
})

// `ps` is asked where there is no /proc; Linux has both.
test.skipIf(platform === 'win32')('the beginning is the same in every time zone', () => {
  Object.defineProperty(process, 'platform', { value: 'darwin' })
  vi.stubEnv('TZ', 'Pacific/Honolulu')
  const west = processStart(process.pid)
  vi.stubEnv('TZ', 'Pacific/Kiritimati')
  expect(west).toMatch(/\d\d:\d\d:\d\d/)
  expect(processStart(process.pid)).toBe(west)
})
