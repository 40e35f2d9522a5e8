import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { processStart } from './process-start'

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
