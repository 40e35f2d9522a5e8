// Runs before `npm start`, `npm run dev`, `npm run build` and `npm test`, on a fresh clone: plain
// JavaScript without a single dependency, because there may be none yet.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Why the packages of `folder` must be installed, or null when they stand as the lockfile says.
 * Compares what is written in the two lockfiles and no times of files: those are lost in a copy of a clone.
 */
function reasonToInstall(folder) {
  const wanted = readPackages(join(folder, 'package-lock.json'))
  if (!wanted) throw new Error(`${join(folder, 'package-lock.json')} is missing or is not JSON.`)
  const installed = readPackages(join(folder, 'node_modules', '.package-lock.json'))
  if (!installed) return 'The packages are not installed yet.'
  for (const [path, { version, integrity, optional, devOptional }] of Object.entries(wanted)) {
    if (path === '') continue
    const found = installed[path]
    // Packages for other systems are in the lockfile and are rightly not installed here.
    if (!found && (optional || devOptional)) continue
    if (!found || !existsSync(join(folder, path))) return `${path} is missing.`
    if (found.version !== version || found.integrity !== integrity)
      return `${path} is not the locked version.`
  }
  return null
}

/** The `packages` of a lockfile, or null when the file is missing or broken, as after a killed install. */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

function install(reason) {
  console.log(`${reason} Installing (npm ci), this takes a minute.`)
  // The npm that runs us, when there is one: on some machines `npm` on the PATH is another.
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const [command, ...rest] = npm ? [process.execPath, npm, ...args] : ['npm', ...args]
  const { status, error } = spawnSync(command, rest, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (error) console.error(error.message)
  if (status !== 0) {
    console.error('The packages could not be installed: see the message of npm above.')
    process.exit(1)
  }
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This site needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
const reason = reasonToInstall(root)
if (reason) install(reason)
