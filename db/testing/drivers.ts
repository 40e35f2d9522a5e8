import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { closeDb, type Db, openDb } from '../client'
import { startEmbedded } from '../embedded/start-embedded'
import type { Target } from '../target'
import { createDatabase } from './create-database'
import { connectThroughBridge, startBridge } from './websocket-bridge'

export type TestDatabase = { target: Target; db: Db; stop: () => Promise<void> }

type Driver = {
  driver: Target['driver']
  /** A database of its own without tables. */
  startEmpty: () => Promise<TestDatabase>
  /** A database of its own with all tables and no rows. */
  start: () => Promise<TestDatabase>
}

/** The three ways to reach Postgres, for `describe.each`: what one of them passes, all must pass. */
export const drivers: Driver[] = [
  {
    driver: 'pg',
    startEmpty: async () => open({ driver: 'pg', url: await copy('template0') }),
    start: async () => open({ driver: 'pg', url: await copy() }),
  },
  {
    driver: 'vercel',
    startEmpty: async () => openBridged(await copy('template0')),
    start: async () => openBridged(await copy()),
  },
  { driver: 'embedded', startEmpty: () => startFolder('empty'), start: () => startFolder('migrated') },
]

async function copy(template = inject('postgres').template): Promise<string> {
  return createDatabase(inject('postgres').url, template)
}

function open(target: Target, after = async () => {}): TestDatabase {
  const db = openDb(target)
  return {
    target,
    db,
    async stop() {
      await closeDb(db)
      await after()
    },
  }
}

async function openBridged(url: string): Promise<TestDatabase> {
  const bridge = await startBridge(url)
  return open({ driver: 'vercel', url: bridgedUrl(url, bridge.port) }, bridge.stop)
}

/** The address under which `@vercel/postgres` finds the database of `url` behind the bridge, as if it were at Neon. */
export function bridgedUrl(url: string, port: number): string {
  connectThroughBridge(port)
  const asked = new URL(url)
  asked.host = 'test-pooler.eu-central-1.aws.neon.tech'
  asked.port = ''
  asked.password = 'any'
  return asked.href
}

/** A data folder of its own, as good as new, or an empty folder made into one; the caller removes it. */
export function copyDataDir(
  kind: 'empty' | 'migrated',
  dataDir = mkdtempSync(join(tmpdir(), 'unpicked-data-')),
): string {
  cpSync(inject('folders')[kind], dataDir, { recursive: true })
  return dataDir
}

async function startFolder(kind: 'empty' | 'migrated'): Promise<TestDatabase> {
  const dataDir = copyDataDir(kind)
  const server = await startEmbedded(dataDir)
  return open({ driver: 'embedded', dataDir }, async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
}
