import { resolve } from 'node:path'
import { env } from '../lib/env'

/** Where the rows are: the embedded server of a data folder, Neon's WebSocket door, or any Postgres. */
export type Target =
  | { driver: 'embedded'; dataDir: string }
  | { driver: 'vercel'; url: string }
  | { driver: 'pg'; url: string }

const neonHosts = /(^|\.)(neon\.tech|vercel-storage\.com)$/

/** Chooses the driver by the address alone; without one the embedded database of `dataDir` is meant. */
export function targetOf(url: string | undefined, dataDir: string): Target {
  if (url === undefined) return { driver: 'embedded', dataDir: resolve(dataDir) }
  return neonHosts.test(new URL(url).hostname) ? { driver: 'vercel', url } : { driver: 'pg', url }
}

/** The database this process was told to use. */
export function currentTarget(): Target {
  return targetOf(env.POSTGRES_URL, env.DATA_DIR)
}
