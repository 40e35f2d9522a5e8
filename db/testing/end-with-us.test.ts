import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { listProcesses, stillRunning } from './list-processes'

const soon = { timeout: 10_000 }

/** Starts a group that would sleep for an hour, has it end with us, says its number, and waits to be killed. */
const source = `
  import { spawn } from 'node:child_process'
  import { once } from 'node:events'
  import { endWithUs } from './db/testing/end-with-us.ts'
  const sleeper = spawn('sleep', ['3600'], { detached: true, stdio: 'ignore' })
  endWithUs(sleeper.pid, once(sleeper, 'exit'))
  console.log(sleeper.pid)
  if (process.env.ENDS) sleeper.kill()
  setInterval(() => {}, 1000)
`

async function begin(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', source], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(child.stdout, 'data')
  return { child, group: Number(said) }
}

test('a group ends with whoever started it, also when that one is killed', async () => {
  const { child, group } = await begin()
  expect(stillRunning([group])).toEqual([group])
  child.kill('SIGKILL')
  await expect.poll(() => stillRunning([group]), soon).toEqual([])
})

test('nobody waits for a group that has ended, as its number may be given again', async () => {
  const { group } = await begin({ ENDS: '1' })
  const watchers = () => listProcesses().filter(({ name }) => name.endsWith(`kill -s TERM -- "-$0" ${group}`))
  await expect.poll(() => [...stillRunning([group]), ...watchers()], soon).toEqual([])
})
