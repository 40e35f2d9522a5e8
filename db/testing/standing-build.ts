import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Where the build of the browser tests and of the fault runs stands. */
export const distDir = '.next-e2e'

/** A server action: its id in this build, its name and its file in our code. */
export type Action = { id: string; name: string; file: string }

/** Puts the build into another folder, as it was when it was made: a folder is served by one site only. */
export function copyBuild(to: string): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(distDir, to, { recursive: true, filter: (path) => !path.startsWith(join(distDir, 'cache')) })
  // Its catalogue lies outside of it, under its name, and so does the index of the search.
  cpSync(`.catalogue/posts${distDir}.json`, `.catalogue/posts${to}.json`)
  cpSync(`.catalogue/search${distDir}.json`, `.catalogue/search${to}.json`)
  cpSync(`.catalogue/trees${distDir}`, `.catalogue/trees${to}`, { recursive: true })
}

const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), filename: z.string() })),
})

/** Every server action of the build. */
export function readActions(): Action[] {
  const file = join(distDir, 'server', 'server-reference-manifest.json')
  const { node } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  return Object.entries(node).map(([id, { exportedName, filename }]) => ({
    id,
    name: exportedName,
    file: filename,
  }))
}
