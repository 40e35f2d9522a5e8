import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { FolderInUse, findHolder, takeLock } from './lock'
import { processStart } from './process-start'

let home: string

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'unpicked-lock-'))
})
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

/** A folder whose lock says `content`, as some process before us left it. */
function locked(name: string, content: string): string {
  mkdirSync(join(home, name, 'lock'), { recursive: true })
  writeFileSync(join(home, name, 'lock', '7'), content)
  return join(home, name)
}

test('a free folder is taken, named after its holder, and free again when it is released', () => {
  const folder = join(home, 'free')
  expect(findHolder(folder)).toBeNull()
  const lock = takeLock(folder)
  expect(findHolder(folder)?.pid).toBe(process.pid)
  expect(() => takeLock(folder)).toThrow(FolderInUse)
  expect(() => takeLock(folder)).toThrow(`in use by process ${process.pid}.`)
  lock.release()
  expect(findHolder(folder)).toBeNull()
  takeLock(folder).release()
})

test('the lock of a dead process is taken over', () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const folder = locked('dead', JSON.stringify({ pid, startedAt: 'some time' }))
  expect(findHolder(folder)).toBeNull()
  takeLock(folder)
  expect(findHolder(folder)?.pid).toBe(process.pid)
})

test('the number of a dead process that another one wears now does not hold', () => {
  const folder = locked('worn', JSON.stringify({ pid: process.ppid, startedAt: 'before the flood' }))
  takeLock(folder)
  expect(findHolder(folder)?.pid).toBe(process.pid)
})

test('the lock of a live process holds, however old it is', () => {
  const startedAt = processStart(process.ppid)
  const folder = locked('live', JSON.stringify({ pid: process.ppid, startedAt }))
  expect(() => takeLock(folder)).toThrow(`in use by process ${process.ppid}.`)
})

test('a damaged lock holds nobody out', () => {
  const folder = locked('damaged', '{"pid":')
  takeLock(folder)
  expect(readFileSync(join(folder, 'lock', '8'), 'utf8')).toContain(String(process.pid))
})

const resultSchema = z.array(z.string())

test('of four processes that race for a folder exactly one takes it, a hundred times', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const folders = Array.from({ length: 100 }, (_, index) =>
    // Every other one was left behind by a process that died.
    index % 2
      ? join(home, `race ${index}`)
      : locked(`race ${index}`, JSON.stringify({ pid, startedAt: 'once' })),
  )
  const script = `
    import { takeLock } from './db/embedded/lock.ts'
    import { once } from 'node:events'
    console.error('ready')
    await once(process.stdin, 'data')
    console.log(JSON.stringify(${JSON.stringify(folders)}.map((folder) => {
      try { takeLock(folder); return 'taken' } catch (error) { return error.message }
    })))
    await once(process.stdin, 'end')`
  const racers = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], { stdio: 'pipe' }),
  )
  await Promise.all(racers.map((racer) => once(racer.stderr, 'data')))
  for (const racer of racers) racer.stdin.write('go')
  const lines = await Promise.all(racers.map((racer) => once(racer.stdout, 'data')))
  const results = lines.map((line) => resultSchema.parse(JSON.parse(String(line))))
  for (const racer of racers) racer.stdin.end()
  for (const [index] of folders.entries()) {
    const winner = results.findIndex((result) => result[index] === 'taken')
    const others = results.filter((_, racer) => racer !== winner)
    expect(others.map((result) => result[index])).toEqual(
      Array(3).fill(expect.stringContaining(`in use by process ${racers[winner]?.pid}.`)),
    )
  }
})
