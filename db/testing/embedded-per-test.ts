import { rmSync } from 'node:fs'
import { afterEach, beforeEach } from 'vitest'
import { closeDb, openDb } from '../client'
import { type EmbeddedServer, startEmbedded } from '../embedded/start-embedded'
import { findOrMakeSecret } from '../secrets'
import { copyDataDir } from './drivers'

/** A data folder with all tables for each test of the file that calls this, and the servers that a test starts on it. */
export function embeddedPerTest() {
  let servers: EmbeddedServer[] = []
  const embedded = {
    /** A test that moves the folder says so here. */
    dataDir: '',
    async start(): Promise<EmbeddedServer> {
      const server = await startEmbedded(embedded.dataDir)
      servers.push(server)
      return server
    },
    /** A pool on it, for the test to close. */
    open: (options?: Parameters<typeof openDb>[1]) =>
      openDb({ driver: 'embedded', dataDir: embedded.dataDir }, options),
    /** What the row under one name says, on a connection of its own. */
    async secretOf(name: string): Promise<string> {
      const db = embedded.open()
      const secret = await findOrMakeSecret(name, db)
      await closeDb(db)
      return secret
    },
  }
  beforeEach(() => {
    embedded.dataDir = copyDataDir('migrated')
    servers = []
  })
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    rmSync(embedded.dataDir, { recursive: true, force: true })
  })
  return embedded
}
