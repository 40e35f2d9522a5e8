import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import type { Db } from '../db/client'
import { comments, decisions } from '../db/schema'
import { listRows, writeRows } from './conversation'
import { findUnfit } from './find-unfit'
import { findViolations } from './find-violations'
import { signInAs } from './studio'
import { caseOf, inboxOf, writeWaiting } from './studio-inbox'
import { expect, type FixturePost, test } from './test'

const welcome = ['My grandmother darned the heel with wool', 'The needle sang in her kitchen all winter']
const unwanted = ['Cheap replica watches and casino bonus', 'Order herbal tablets from our warehouse']

/** As different from each other as comments are. */
function say(sentences: string[], index: number): string {
  return `${sentences[index % 2]}, ${['still', 'again', 'today', 'always', 'indeed'][index % 5]} ${'so '.repeat(index)}.`
}

/** Where comments stand about which the author decided: on no post that there is. */
function decidedOn(post: FixturePost): FixturePost {
  return { ...post, slug: `${post.slug}-decided` }
}

/** Twenty comments that were published and twenty that the author put into Spam. */
async function writeDecided(db: Db, post: FixturePost) {
  const [published, spam] = [welcome, unwanted].map((sentences) =>
    Array.from({ length: 20 }, (_, index) => ({ body: say(sentences, index), name: 'Someone' })),
  )
  await writeRows(db, decidedOn(post), [
    ...(published ?? []).map((row) => ({ ...row, publishedAt: new Date() })),
    ...(spam ?? []).map((row) => ({ ...row, status: 'spam' as const, number: null, publishedAt: null })),
  ])
  const rows = await listRows(db, decidedOn(post))
  await db
    .insert(decisions)
    .values(
      rows.flatMap(({ id, status }) =>
        status === 'spam' ? [{ commentId: id, verb: 'spam' as const, by: 'author' as const }] : [],
      ),
    )
}

/** As many of both kinds that wait, one after the other. */
function writeBoth(db: Db, post: FixturePost, count: number) {
  const rows = Array.from({ length: count }, (_, index) => [
    { name: `Shop ${index + 1}`, body: `${post.words} ${say(unwanted, index)}` },
    { name: `Friend ${index + 1}`, body: `${post.words} ${say(welcome, index)}` },
  ])
  return writeWaiting(db, post, rows.flat())
}

function namesOn(page: Page): Promise<string[]> {
  return page
    .getByRole('article', { name: /^Comment by / })
    .evaluateAll((all) =>
      all.map((each) => each.getAttribute('aria-label')?.slice('Comment by '.length) ?? ''),
    )
}

const isFriend = (name: string) => name.startsWith('Friend ')

test.beforeEach(async ({ context, db, post }) => {
  await signInAs(context, db)
  await writeDecided(db, post)
})
test.afterEach(async ({ db, post }) => {
  for (const { slug } of [post, decidedOn(post)]) await db.delete(comments).where(eq(comments.postId, slug))
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('what is like the comments that were published comes before what is like the spam', async ({
      page,
      db,
      post,
    }) => {
      await writeBoth(db, post, 4)
      await page.goto(inboxOf(post))
      expect((await namesOn(page)).map(isFriend)).toEqual([
        false,
        true,
        false,
        true,
        false,
        true,
        false,
        true,
      ])
      const newest = page.getByRole('link', { name: 'Newest first' })
      const likely = page.getByRole('link', { name: 'Likely welcome first' })
      await expect(newest).toHaveAttribute('aria-current', 'true')
      await likely.click()
      await expect(likely).toHaveAttribute('aria-current', 'true')
      await expect(newest).not.toHaveAttribute('aria-current')
      await expect(page.getByText('First what is most like the comments that were published')).toBeVisible()
      expect((await namesOn(page)).map(isFriend)).toEqual([
        true,
        true,
        true,
        true,
        false,
        false,
        false,
        false,
      ])
      await newest.click()
      await expect(newest).toHaveAttribute('aria-current', 'true')
      expect((await namesOn(page))[0]).toBe('Shop 1')
    })

    test('the order stays through a search, a reason, "Select all" and an act', async ({
      page,
      db,
      post,
    }) => {
      await writeBoth(db, post, 3)
      const likely = page.getByRole('link', { name: 'Likely welcome first' })
      const stays = async (friends: number, shops: number) => {
        await expect(page.getByRole('article')).toHaveCount(friends + shops)
        await expect(likely).toHaveAttribute('aria-current', 'true')
        expect((await namesOn(page)).map(isFriend)).toEqual([
          ...Array.from({ length: friends }, () => true),
          ...Array.from({ length: shops }, () => false),
        ])
      }
      await page.goto('/studio?order=likely')
      await page.getByLabel('Search names and texts').fill(post.words)
      await page.getByRole('button', { name: 'Search' }).click()
      await stays(3, 3)
      await page.getByRole('link', { name: /^first comment \d/ }).click()
      await stays(3, 3)
      await page.getByRole('link', { name: 'any reason' }).click()
      await stays(3, 3)
      if (javaScriptEnabled) await page.getByLabel('Select all').check()
      else await page.getByRole('link', { name: 'Select all' }).click()
      await stays(3, 3)
      const [, second = ''] = await namesOn(page)
      await caseOf(page, second).getByRole('button', { name: 'Bin', exact: true }).click()
      await expect(page.getByText(`${second}’s comment is in the bin.`)).toBeVisible()
      await stays(2, 3)
      await page.getByRole('button', { name: 'Undo' }).click()
      await stays(3, 3)
      expect((await namesOn(page))[1]).toBe(second)
    })

    test('the next page goes on where this one ended, whatever was decided in between', async ({
      page,
      db,
      post,
    }) => {
      await writeBoth(db, post, 30)
      await page.goto(inboxOf(post, '&order=likely'))
      const first = await namesOn(page)
      expect(first).toHaveLength(50)
      expect(first.slice(0, 30).every(isFriend)).toBe(true)
      const next = (await page.getByRole('link', { name: 'Next', exact: true }).getAttribute('href')) ?? ''
      for (const [name, button] of [
        [first[0], 'Spam'],
        [first[1], 'Spam'],
        [first[2], 'Approve'],
        [first[3], 'Approve'],
      ] as const) {
        await caseOf(page, name ?? '')
          .getByRole('button', { name: button, exact: true })
          .click()
        await expect(caseOf(page, name ?? '')).toHaveCount(0)
      }
      await page.goto(next)
      const second = await namesOn(page)
      expect(second).toHaveLength(10)
      expect(second.some(isFriend)).toBe(false)
      expect(new Set([...first, ...second]).size).toBe(60)
      await expect(page.getByRole('link', { name: 'Next', exact: true })).toHaveCount(0)
    })
  })
}

test('both orders have room from 320 px on, and axe finds nothing in them', async ({ page, db, post }) => {
  await writeBoth(db, post, 1)
  const orders = ['', '&order=likely'].map((order) => inboxOf(post, order))
  for (const path of orders) {
    await page.goto(path)
    await expect(page.getByRole('link', { name: 'Likely welcome first' })).toBeVisible()
    expect(await findViolations(page, path)).toEqual([])
  }
  for (const path of orders) {
    await page.goto(path)
    expect(await findUnfit(page, path)).toEqual([])
  }
})
