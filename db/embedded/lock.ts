import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { processStart } from './process-start'

const schema = z.object({ pid: z.number().int().positive(), startedAt: z.string() })

/** The process that holds, or held, a data folder. */
export type Holder = z.output<typeof schema>

export type Lock = { release: () => void }

/** Two servers on one folder destroy each other's rows without any error: only one may hold it. */
export class FolderInUse extends Error {
  readonly pid: number

  constructor(dataDir: string, pid: number) {
    super(
      `The data folder ${dataDir} is in use by process ${pid}. Stop that one first, or set DATA_DIR to another folder.`,
    )
    this.pid = pid
  }
}

/**
 * Takes the folder for this process, or throws `FolderInUse`. A lock is taken over only when its process is
 * dead, never because of its age.
 *
 * Locks are numbered, and the highest holds. Who finds it dead makes the next number, which only one can, as
 * a hard link is made once. Removing and making again under one name could remove a lock that somebody else
 * took in between. The look afterwards is for one who slept between looking and making; it is why a released
 * lock keeps its number.
 */
export function takeLock(dataDir: string): Lock {
  const folder = join(dataDir, 'lock')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `draft-${process.pid}`)
  const own: Holder = { pid: process.pid, startedAt: processStart(process.pid) ?? 'unknown' }
  writeFileSync(draft, `${JSON.stringify(own)}\n`, { mode: 0o600 })
  try {
    for (;;) {
      const highest = numbersIn(folder).at(-1) ?? 0
      const holder = holderOf(folder, highest)
      if (holder && isHolding(holder)) throw new FolderInUse(dataDir, holder.pid)
      const number = highest + 1
      if (!makeOnce(draft, join(folder, String(number)))) continue
      if (numbersIn(folder).at(-1) !== number) {
        rmSync(join(folder, String(number)))
        continue
      }
      for (const older of numbersIn(folder))
        if (older < number) rmSync(join(folder, String(older)), { force: true })
      return { release: () => release(folder, number) }
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The live process that holds the folder, or null. */
export function findHolder(dataDir: string): Holder | null {
  const folder = join(dataDir, 'lock')
  const holder = holderOf(folder, numbersIn(folder).at(-1) ?? 0)
  return holder && isHolding(holder) ? holder : null
}

function release(folder: string, number: number) {
  const draft = join(folder, `draft-${process.pid}`)
  writeFileSync(draft, 'released\n', { mode: 0o600 })
  renameSync(draft, join(folder, String(number)))
}

function isHolding({ pid, startedAt }: Holder): boolean {
  const start = processStart(pid)
  return start !== null && (start === startedAt || start === 'unknown' || startedAt === 'unknown')
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .sort((one, other) => one - other)
  } catch {
    return []
  }
}

/** Null for a lock that was released or never made, or whose text was damaged. */
function holderOf(folder: string, number: number): Holder | null {
  try {
    return schema.parse(JSON.parse(readFileSync(join(folder, String(number)), 'utf8')))
  } catch {
    return null
  }
}

function makeOnce(draft: string, name: string): boolean {
  try {
    linkSync(draft, name)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
