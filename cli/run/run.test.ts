import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
let folder: string
let command: ChildProcess

beforeAll(() => {
  folder = mkdtempSync(join(root, '.next-run-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => command.kill('SIGKILL'))

/** Starts a command whose work is `work`, in a group of its own as a terminal would. */
function start(work: string, env: Record<string, string> = {}) {
  const file = join(folder, 'command.ts')
  writeFileSync(
    file,
    `import { once } from 'node:events'
     import { runCommand } from '${join(root, 'cli/run/run.ts')}'
     await runCommand(async (run) => { ${work} })`,
  )
  command = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    detached: true,
    env: { ...process.env, npm_lifecycle_event: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [command.stdout, command.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  }
  const closed = once(command, 'close').then(([code]) => ({ code, said: said.trim().split('\n') }))
  return { closed, says: (text: string) => heard(() => said.includes(text)) }

  async function heard(isThere: () => boolean) {
    while (!isThere()) await once(command.stdout ?? command, 'data')
  }
}

const waits = `
  run.onEnd(() => console.log('first ended'))
  run.onEnd(async () => { await null; console.log('second ended') })
  console.log('up')
  await once(run.signal, 'abort')`

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends everything, the last part first',
  async (signal) => {
    const { closed, says } = start(waits)
    await says('up')
    command.kill(signal)
    expect(await closed).toEqual({ code: 0, said: ['up', 'second ended', 'first ended'] })
  },
)

test('a signal that comes twice, to the whole group, ends everything once', async () => {
  const { closed, says } = start(waits)
  await says('up')
  for (let times = 0; times < 2; times++) process.kill(-(command.pid ?? Number.NaN), 'SIGINT')
  expect(await closed).toEqual({ code: 0, said: ['up', 'second ended', 'first ended'] })
})

test('work that is done ends with 0', async () => {
  const { closed } = start(`run.onEnd(() => console.log('ended'))`)
  expect(await closed).toEqual({ code: 0, said: ['ended'] })
})

test('work that throws says why and ends with 1', async () => {
  const { closed } = start(`run.onEnd(() => console.log('ended')); throw new Error('no wool')`)
  expect(await closed).toMatchObject({ code: 1, said: expect.arrayContaining(['no wool', 'ended']) })
})

test('a part that fails ends the others', async () => {
  const { closed } = start(
    `run.onEnd(() => console.log('ended')); run.fail('moths'); await once(run.signal, 'never')`,
  )
  expect(await closed).toMatchObject({ code: 1, said: expect.arrayContaining(['moths', 'ended']) })
})

test('a part that cannot end does not keep the others from it', async () => {
  const { closed } = start(
    `run.onEnd(() => console.log('ended')); run.onEnd(() => { throw new Error('stuck') })`,
  )
  const { code, said } = await closed
  expect(code).toBe(0)
  expect(said.at(-1)).toBe('ended')
})

test('it ends when the one that started it lets go', async () => {
  const { says } = start(waits)
  await says('up')
  command.disconnect()
  // Node tells of no `close` after this.
  expect(await once(command, 'exit')).toEqual([0, null])
})
