import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { distDir } from '../db/testing/standing-build'
import { commentForm } from './comment-form'
import { specialPosts } from './fixture-posts'
import { expect, test } from './test'

// The reader of these pages does nothing but what is said.
test.use({ givesSign: false })

/** So many bytes more than a bare page may the scripts of a post be, as they are sent (architecture.md, 7). */
const most = 12_000

/** And so many more what whoever uses its form waits for: its checks. */
const mostOfForm = 1_500

/** What the scripts weigh that the open page has fetched, as they were sent: each once, also what was fetched before it ran. */
async function weighScripts(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle')
  const weights = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ name, encodedBodySize }) => [name, encodedBodySize] as const),
  )
  const scripts = new Map(weights.filter(([name]) => new URL(name).pathname.endsWith('.js')))
  return [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0)
}

/**
 * What a bare page weighs: the files of the page that says an address is unknown, as Next writes it. It needs none of
 * ours; readers get it without any (decision 12).
 */
async function weighBarePage(page: Page): Promise<number> {
  const html = readFileSync(join(distDir, 'server', 'app', '_not-found.html'), 'utf8')
  const files = [...html.matchAll(/<script src="(\/_next\/static\/[^"]*)" async=""/g)].map(([, file]) => file)
  await page.goto('/archive', { waitUntil: 'load' })
  await page.evaluate(async (files) => {
    for (const file of files) await (await fetch(file ?? '')).text()
  }, files)
  return weighScripts(page)
}

test('the scripts of a post stay within their budget, and its form in use fetches little more', async ({
  page,
  anotherReader,
}) => {
  const bare = await weighBarePage(anotherReader)
  expect(bare).toBeGreaterThan(100_000)
  await page.goto(`/posts/${specialPosts.talked}`, { waitUntil: 'load' })
  const untouched = await weighScripts(page)
  expect(untouched).toBeGreaterThan(bare)
  expect(untouched - bare).toBeLessThanOrEqual(most)
  const form = commentForm(page)
  await form.fill({ body: 'Something to say.' })
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  await form.post({ name: 'Wren', email: 'wren at' })
  await expect(form.problem.getByRole('link')).toHaveCount(1)
  const used = await weighScripts(page)
  expect(used).toBeGreaterThan(untouched)
  expect(used - untouched).toBeLessThanOrEqual(mostOfForm)
})
