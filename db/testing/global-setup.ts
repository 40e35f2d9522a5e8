import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../embedded/start-embedded'
import { startTestPostgres, type TestPostgres } from './start-test-postgres'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is there
  export interface ProvidedContext {
    postgres: { url: string; template: string }
    /** A data folder of the embedded database without tables, to copy: making one takes seconds. */
    dataDir: string
  }
}

let server: TestPostgres | undefined
let dataDir: string | undefined

/** One server for all test files of a run; each makes databases of its own on it. */
export async function setup(project: TestProject) {
  server = await startTestPostgres()
  project.provide('postgres', { url: server.url, template: server.template })
  dataDir = mkdtempSync(join(tmpdir(), 'unpicked-template-'))
  const embedded = await startEmbedded(dataDir)
  await embedded.stop()
  project.provide('dataDir', dataDir)
}

export async function teardown() {
  await server?.stop()
  if (dataDir) rmSync(dataDir, { recursive: true, force: true })
}
