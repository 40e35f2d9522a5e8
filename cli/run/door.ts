import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { processStart } from '../../db/embedded/process-start'

const schema = z.object({
  /** The starter, which ends when its server does. */
  pid: z.number().int(),
  startedAt: z.string(),
  url: z.url(),
  token: z.string(),
})

/** How another command on this machine asks the running site to make pages again. */
export type Door = Pick<z.output<typeof schema>, 'url' | 'token'>

function fileOf(dataDir: string): string {
  return join(dataDir, 'site.json')
}

/** Tells the commands of this user where the site is, and what it wants to hear from them; gives back what takes that back. */
export function openDoor(dataDir: string, door: Door): () => void {
  // The server may be up before the database has made the folder.
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const unfinished = `${fileOf(dataDir)}.${process.pid}`
  const own = { pid: process.pid, startedAt: processStart(process.pid) ?? 'unknown', ...door }
  writeFileSync(unfinished, `${JSON.stringify(own)}\n`, { mode: 0o600 })
  renameSync(unfinished, fileOf(dataDir))
  return () => rmSync(fileOf(dataDir), { force: true })
}

/** The door of the site that runs with this data folder; null when none does, also after one that was killed. */
export function findDoor(dataDir: string): Door | null {
  try {
    const { pid, startedAt, ...door } = schema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
    return processStart(pid) === startedAt ? door : null
  } catch {
    return null
  }
}
