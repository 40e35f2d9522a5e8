import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const filesOfServer = z.object({
  config: z.looseObject({
    _originalRedirects: z.unknown().optional(),
    _originalRewrites: z.unknown().optional(),
  }),
})

/**
 * The settings that the build in `distDir` noted for its server, as JSON. It is given them as a "standalone" one is
 * (next/dist/build/utils.js): to read `next.config.ts` it would load Next's compiler, and all that the file imports, 38 MB
 * that it keeps. A Next that does not know the variable reads the file. Throws when there is no such build.
 */
export function settingsOfBuild(distDir: string): string {
  const noted: unknown = JSON.parse(readFileSync(join(distDir, 'required-server-files.json'), 'utf8'))
  // A line for every old address; the server has its own list, and one variable holds 128 KB at most.
  const { _originalRedirects: _, _originalRewrites: __, ...config } = filesOfServer.parse(noted).config
  // The folder may be a copy.
  return JSON.stringify({ ...config, distDir })
}
