import { commentForm } from './comment-form'
import { specialPosts } from './fixture-posts'
import { expect, test } from './test'

// A reader at the other end of the world: half of the day it is another day there.
test.use({ timezoneId: 'Pacific/Auckland', locale: 'en-US' })

test('days and times are those of the site, wherever the reader is', async ({ page }) => {
  for (const path of ['/', '/archive', '/posts/sometimes-we-fail', `/posts/${specialPosts.talked}`]) {
    const answer = await page.goto(path)
    const html = (await answer?.text()) ?? ''
    const times = await page
      .locator('time')
      .evaluateAll((all) => all.map((time) => [time.getAttribute('datetime'), time.textContent]))
    const sent = [
      ...html
        .replace(/<script[\s\S]*?<\/script>/g, '')
        .matchAll(/<time[^>]*dateTime="([^"]*)"[^>]*>([^<]*)</gi),
    ]
    expect(times.length, path).toBeGreaterThan(0)
    expect(times, path).toEqual(sent.map(([, at, words]) => [at, words]))
  }
})

test('a comment has the same time for its writer, at once, as for everybody later', async ({
  page,
  post,
}) => {
  await page.goto(post.path)
  await commentForm(page).post({ body: post.words, name: 'Wren' })
  const comment = page.getByRole('article', { name: 'Comment 1 by Wren' })
  await expect(comment).toBeFocused()
  const said = await comment.getByRole('time').textContent()
  const at = (await comment.getByRole('time').getAttribute('datetime')) ?? ''
  // The clock of London, in the words of its country.
  const inLondon = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))
  expect(said).toBe(inLondon)
  await page.reload()
  await expect(comment.getByRole('time')).toHaveText(inLondon)
})
