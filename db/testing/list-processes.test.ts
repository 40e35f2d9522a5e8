import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listProcesses, residentMegabytes, stillRunning } from './list-processes'

// A slim image has no `ps`: on Linux nothing is looked for on the path.
beforeEach(() => {
  if (process.platform === 'linux') vi.stubEnv('PATH', '/nowhere')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

test('a process is found by its parent and by what it calls itself, until it ends', async () => {
  const source = 'process.title = "needle (in the hay)"; console.log("named"); setInterval(() => {}, 1000)'
  const child = spawn(process.execPath, ['--eval', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const pid = child.pid ?? 0
  expect(listProcesses()).toContainEqual({ pid, parent: process.pid, name: 'needle (in the hay)' })
  expect(stillRunning([pid])).toEqual([pid])
  expect(residentMegabytes(pid)).toBeGreaterThan(5)

  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  expect(stillRunning([pid])).toEqual([])
})
