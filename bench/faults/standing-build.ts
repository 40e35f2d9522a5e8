import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** That of the browser tests: most of what they had compiled need not be compiled again. */
export const distDir = '.next-e2e'
export const distDirBeside = '.next-e2e-beside'
/** A server action: its id in this build, its name and its file in our code. */
export type Action = { id: string; name: string; file: string }

/** A folder is served by one site only. Its catalogue lies outside of it, under its name. */
export function copyBuild() {
  rmSync(distDirBeside, { recursive: true, force: true })
  cpSync(distDir, distDirBeside, {
    recursive: true,
    filter: (path) => !path.startsWith(join(distDir, 'cache')),
  })
  cpSync(`.catalogue/posts${distDir}.json`, `.catalogue/posts${distDirBeside}.json`)
  cpSync(`.catalogue/trees${distDir}`, `.catalogue/trees${distDirBeside}`, { recursive: true })
}

/** How many files the build folder holds, and bytes in them: pages that are stored become files there. */
export function diskUse(): { files: number; bytes: number } {
  const files = readdirSync(distDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const sizes = files.map((file) => statSync(join(file.parentPath, file.name)).size)
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}

const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), filename: z.string() })),
})

/** Every server action, by the name it has in our code. */
export function readActions(): Action[] {
  const file = join(distDir, 'server', 'server-reference-manifest.json')
  const { node } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  return Object.entries(node).map(([id, { exportedName, filename }]) => ({
    id,
    name: exportedName,
    file: filename,
  }))
}
