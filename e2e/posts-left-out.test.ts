import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { runOn } from '../db/testing/create-database'
import { fixtureSlug } from './fixture-posts'
import { type OwnSite, openOwnSite } from './own-site'
import { siteInUse } from './site-in-use'
import { expect, test } from './test'

// The build draws the newest 2,000 posts (decision 26). Of these two it has drawn what is taken away here.
const name = 'left-out'
const [first, second] = [fixtureSlug(1), fixtureSlug(2)]
let own: OwnSite

test.beforeAll(async () => {
  own = await openOwnSite(name)
  // Its files lie where the build put them, and where a page goes that is made again.
  const folder = join(`.next-e2e-${name}`, 'server')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((file) => [first, second].includes(basename(file).replace(/\..*/, ''))))
    rmSync(join(folder, file), { recursive: true, force: true })
})

test.afterAll(() => own.close())

test('a post that the build left out is drawn for whoever asks first, kept, and there without the database', async ({
  page,
  request,
}) => {
  const address = `${own.url}/posts/${first}`
  for (const cache of ['MISS', 'HIT']) {
    const answer = await request.get(address)
    expect(answer.status()).toBe(200)
    expect(answer.headers()).toMatchObject({
      'x-nextjs-cache': cache,
      'cache-control': expect.stringContaining('s-maxage=60'),
    })
    expect(await answer.text()).not.toMatch(/<script[^>]* async/)
  }

  const database = new URL(own.postgresUrl).pathname.slice(1)
  const { postgresUrl } = siteInUse()
  await runOn(postgresUrl, `alter database "${database}" with allow_connections false`)
  await runOn(
    postgresUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
  )
  const answer = await page.goto(`${own.url}/posts/${second}`)
  expect(answer?.status()).toBe(200)
  await expect(page.getByText('A short post, number 2')).toBeVisible()
  await expect(page.getByText(/The comments cannot be/)).toBeVisible()
  await expect(page.getByLabel('Your comment')).toBeVisible()
})
