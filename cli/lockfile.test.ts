import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'

const dependencies = z.record(z.string(), z.string()).default({})
const schema = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: dependencies })),
})

// npm leaves out what the registry it asks does not have, and `npm ci` then refuses the lockfile everywhere.
test('the lockfile names the packages of every system, also of those it was not made on', () => {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const { packages } = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const named = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
  )
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies))
  expect(wanted.filter((name) => !named.has(name))).toEqual([])
})
