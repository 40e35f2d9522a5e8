import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../embedded/start-embedded'
import { migrate } from '../migrate'
import { startTestPostgres, type TestPostgres } from './start-test-postgres'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is there
  export interface ProvidedContext {
    postgres: { url: string; template: string }
    /** Data folders of the embedded database to copy, without tables and with them: making one takes seconds. */
    folders: { empty: string; migrated: string }
  }
}

let server: TestPostgres | undefined
let home: string | undefined

/** One server for all test files of a run; each makes databases of its own on it. */
export async function setup(project: TestProject) {
  server = await startTestPostgres()
  project.provide('postgres', { url: server.url, template: server.template })
  home = mkdtempSync(join(tmpdir(), 'unpicked-template-'))
  const folders = { empty: join(home, 'empty'), migrated: join(home, 'migrated') }
  const empty = await startEmbedded(folders.empty)
  await empty.stop()
  cpSync(folders.empty, folders.migrated, { recursive: true })
  const migrated = await startEmbedded(folders.migrated)
  await migrate({ driver: 'embedded', dataDir: folders.migrated })
  await migrated.stop()
  project.provide('folders', folders)
}

export async function teardown() {
  await server?.stop()
  if (home) rmSync(home, { recursive: true, force: true })
}
