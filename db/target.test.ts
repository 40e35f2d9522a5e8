import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { targetOf } from './target'

test.each([
  ['postgres://me@ep-cool-1-pooler.eu-central-1.aws.neon.tech/blog?sslmode=require', 'vercel'],
  ['postgresql://me@EP-COOL.neon.tech/blog', 'vercel'],
  ['postgres://me@ep-cool.us-east-1.postgres.vercel-storage.com/blog', 'vercel'],
  ['postgres://me@db.example.org:5433/blog', 'pg'],
  ['postgres://me@neon.tech.example.org/blog', 'pg'],
  ['postgres://me@notneon.tech/blog', 'pg'],
  ['postgres://me@localhost/neon.tech', 'pg'],
])('%s is reached by %s', (url, driver) => {
  expect(targetOf(url, '.data')).toEqual({ driver, url })
})

test('without an address the database is the one of the data folder', () => {
  expect(targetOf(undefined, '.data')).toEqual({ driver: 'embedded', dataDir: resolve('.data') })
})
