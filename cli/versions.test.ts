import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'

/** The first releases without the faults that are known of what the blog leans on. Raise them, never lower them. */
const least = {
  next: '16.4.6',
  react: '19.3.1',
  'react-dom': '19.3.1',
  sharp: '0.35.5',
  'drizzle-orm': '0.45.2',
  zod: '4.6.7',
  'mdast-util-to-hast': '13.2.1',
  nodemailer: '10.4.1',
  'fast-xml-parser': '5.7.0',
}
/** Looked at as soon as something brings them along. */
const optional = ['nodemailer', 'fast-xml-parser']

const root = fileURLToPath(new URL('..', import.meta.url))
const lockfile = z.object({ packages: z.record(z.string(), z.unknown()) })
const manifest = z.object({ version: z.string() })
const { packages } = lockfile.parse(read('package-lock.json'))
const { compare } = new Intl.Collator('en', { numeric: true })

test.each(Object.entries(least))('no copy of %s is older than %s', (name, version) => {
  const copies = Object.keys(packages)
    .filter((path) => path.endsWith(`node_modules/${name}`) && existsSync(`${root}/${path}`))
    .map((path) => manifest.parse(read(`${path}/package.json`)).version)
  if (!optional.includes(name)) expect(copies).not.toEqual([])
  // One with a hyphen is a trial of the release it names, and comes before it.
  expect(copies.filter((copy) => copy.includes('-') || compare(copy, version) < 0)).toEqual([])
})

test('versions are compared as numbers', () => {
  expect(['0.35.10', '1.0.0', '0.35.5'].map((copy) => compare(copy, '0.35.5') >= 0)).toEqual([
    true,
    true,
    true,
  ])
  expect(['0.35.4', '0.9.10'].map((copy) => compare(copy, '0.35.5') >= 0)).toEqual([false, false])
})

function read(path: string): unknown {
  return JSON.parse(readFileSync(`${root}/${path}`, 'utf8'))
}
