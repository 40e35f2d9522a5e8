import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href

/** A parent that starts a child which would live for ever, tells its pid, and waits. */
const parent = `
  import { fork } from 'node:child_process'
  const child = fork('-', [], { execArgv: ['--import=${endWithParent}', '--eval', 'setInterval(() => {}, 1000); process.send(1)'] })
  child.on('message', () => process.send(child.pid))`

test('a process of Next ends by itself when its parent is killed', async () => {
  const killed = fork(fileURLToPath(import.meta.url), [], {
    execArgv: ['--input-type=module', '--eval', parent],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [pid] = await once(killed, 'message')
  expect(() => process.kill(pid, 0)).not.toThrow()
  killed.kill('SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 4000 }).toBe(false)
})

test('a process that is done is not kept alive by the watch', async () => {
  const child = fork('-', [], { execArgv: [`--import=${endWithParent}`, '--eval', '1'] })
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
