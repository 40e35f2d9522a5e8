import { rmSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { closeDb, getDb } from '../db/client'
import { type EmbeddedServer, startEmbedded } from '../db/embedded/start-embedded'
import { migrate } from '../db/migrate'
import { forgetVisits } from '../db/testing/latest-posts'
import { env } from '../lib/env'
import { rememberHosts } from './remember-hosts'

await vi.hoisted(() => import('./testing/own-data'))

let database: EmbeddedServer

beforeAll(async () => {
  database = await startEmbedded(env.DATA_DIR)
  await migrate()
})
afterAll(async () => {
  await closeDb(getDb())
  await database.stop()
  rmSync(env.DATA_DIR, { recursive: true })
})
beforeEach(() => forgetVisits(getDb()))

/** Whether a visit of its own may begin with this host, which has these addresses. */
async function visit(host: string, ...addresses: string[]): Promise<boolean> {
  return (await rememberHosts()).mayAsk(host, addresses)
}

/** As many visits as a network has in an hour, each to another name. */
async function useUp(address: string): Promise<void> {
  for (let n = 0; n < 10; n += 1) expect(await visit(`${n}.of-${address}.example`, address)).toBe(true)
}

test('a host is visited once an hour, and asked as often as that visit wants', async () => {
  const hosts = await rememberHosts()
  expect(await hosts.mayAsk('blog.example', ['93.184.216.34'])).toBe(true)
  expect(await hosts.mayAsk('blog.example', ['93.184.216.34'])).toBe(true)
  expect(hosts.hasRefused()).toBe(false)
  const later = await rememberHosts()
  expect(await later.mayAsk('blog.example', ['198.41.0.4'])).toBe(false)
  expect(later.hasRefused()).toBe(true)
})

test.each([
  ['an address', '93.184.216.34', '93.184.216.34', '93.184.216.35'],
  ['a network of IPv6', '2606:2800:220:1::1', '2606:2800:0220:1:ffff::2', '2606:2800:220:2::1'],
])('%s is visited ten times an hour, whatever leads there', async (_, address, same, other) => {
  await useUp(address)
  expect(await visit('one-more.example', same)).toBe(false)
  expect(await visit('both.example', other, same), 'one of those it has').toBe(false)
  expect(await visit('elsewhere.example', other)).toBe(true)
})

test('a name that leads elsewhere in the middle of a visit is counted there as well', async () => {
  await useUp('93.184.216.34')
  const hosts = await rememberHosts()
  expect(await hosts.mayAsk('turncoat.example', ['198.41.0.4'])).toBe(true)
  expect(await hosts.mayAsk('turncoat.example', ['93.184.216.34'])).toBe(false)
})

test('a host that is not visited uses up nothing of its network', async () => {
  for (let n = 0; n < 20; n += 1) await visit('blog.example', '93.184.216.34')
  for (let n = 0; n < 9; n += 1) expect(await visit(`${n}.example`, '93.184.216.34')).toBe(true)
  expect(await visit('10.example', '93.184.216.34')).toBe(false)
})
