import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  pid: z.number().int(),
  startedAt: z.string(),
  /** A folder for a Unix socket, or a loopback address; both as `pg` takes them. */
  host: z.string(),
  port: z.number().int(),
})

/** Where the embedded server of a data folder listens, and which process it is. */
export type Address = z.output<typeof schema>

function fileOf(dataDir: string): string {
  return join(dataDir, 'database.json')
}

/** The address the running server left; null when none runs (or none has come up yet). */
export function readAddress(dataDir: string): Address | null {
  try {
    return schema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
  } catch {
    return null
  }
}

/** Written whole or not at all, as clients read it at any moment. */
export function writeAddress(dataDir: string, address: Address) {
  const draft = `${fileOf(dataDir)}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(address)}\n`, { mode: 0o600 })
  renameSync(draft, fileOf(dataDir))
}

export function removeAddress(dataDir: string) {
  rmSync(fileOf(dataDir), { force: true })
}
