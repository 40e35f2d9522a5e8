import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** As long as what was sent stays in the outbox (`db/purge-old.ts`). */
const days = 30

/**
 * Deletes the letters that `writeInto` wrote into this folder more than 30 days ago: they hold what somebody said, who
 * may want to be forgotten. Nothing else is touched, and no folder is none to look into. Rejects when a file cannot be deleted.
 */
export async function forgetWritten(folder: string): Promise<void> {
  const files = await readdir(folder).catch(() => [])
  for (const file of files.filter((name) => name.endsWith('.eml'))) {
    const path = join(folder, file)
    // Another process may have deleted it meanwhile.
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < Date.now() - days * 24 * 60 * 60 * 1000) await rm(path, { force: true })
  }
}

/**
 * Deletes these letters out of the folder that `writeInto` wrote them into, by the ids they had; those that are not there
 * are passed over. Rejects when a file cannot be deleted.
 */
export async function deleteWritten(folder: string, ids: number[]): Promise<void> {
  await Promise.all(ids.map((id) => rm(join(folder, `${id}.eml`), { force: true })))
}
