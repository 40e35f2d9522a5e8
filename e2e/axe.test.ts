import { findViolations } from './find-violations'
import { listAddresses, unlistedAddresses } from './list-addresses'
import { statesOfReaders } from './states'
import { expect, test } from './test'

const isPost = (address: string) => address.startsWith('/posts/')
/** Each a test of its own, so that two run at once. */
const kinds = { post: isPost, 'other page': (address: string) => !isPost(address) }

// Chromium says on the console that a page was not found, which here it is meant to be.
test.use({ allowedErrors: [/404 .*\/never-a-page/], contextOptions: { reducedMotion: 'reduce' } })

for (const [kind, isOne] of Object.entries(kinds)) {
  test(`axe finds nothing on any ${kind}, in any look`, async ({ page, request }) => {
    const found = []
    const addresses = [...(await listAddresses(request)), ...unlistedAddresses].filter(isOne)
    expect(addresses.length).toBeGreaterThan(5)
    for (const address of addresses) {
      await page.goto(address)
      found.push(...(await findViolations(page, address)))
    }
    expect(found).toEqual([])
  })
}

for (const [where, walk] of Object.entries(statesOfReaders)) {
  test(`axe finds nothing ${where}, in any look`, async ({ page, context, db, post }) => {
    const found: string[] = []
    await walk({ page, context, db, post }, async (name) => {
      found.push(...(await findViolations(page, name)))
    })
    expect(found).toEqual([])
  })
}
