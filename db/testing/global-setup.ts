import type { TestProject } from 'vitest/node'
import { startTestPostgres, type TestPostgres } from './start-test-postgres'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface adds to the one that is there
  export interface ProvidedContext {
    postgres: { url: string; template: string }
  }
}

let server: TestPostgres | undefined

/** One server for all test files of a run; each makes databases of its own on it. */
export async function setup(project: TestProject) {
  server = await startTestPostgres()
  project.provide('postgres', { url: server.url, template: server.template })
}

export async function teardown() {
  await server?.stop()
}
