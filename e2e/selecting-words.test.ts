import { selectByMouse } from './select-words'
import { barOn, copied, openToSelect } from './selection-bar'
import { expect, test } from './test'

test('Quote copies the words with author, title and a link that leads to them', async ({
  page,
  context,
  blog,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const canonical = await openToSelect(page)
  const { bar, quote, copyLink } = barOn(page)
  await selectByMouse(page, 'the sitting is most of the work')
  await quote.click()
  await expect(bar.getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect(bar.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1)
  const link = `${canonical}#:~:text=the%20sitting%20is%20most%20of%20the%20work`
  expect(await copied(page)).toBe(
    `“the sitting is most of the work” — ${blog.author}, “Sometimes we fail”, ${link}`,
  )
  await copyLink.click()
  await expect.poll(() => copied(page)).toBe(link)
  // What was copied of other words is not said of these.
  await selectByMouse(page, 'biscuit tin')
  await expect(bar).toBeVisible()
  await expect(bar.getByRole('button', { name: 'Copied' })).toHaveCount(0)
})

test('a quote has whole words and nothing else: no number of a note, no button, no second pair of marks', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openToSelect(page)
  const { quote } = barOn(page)
  for (const [words, until, said] of [
    ['in front of people', 'For a while I did', '“in front of people. For a while I did”'],
    ['when I went out.', 'That evening I baked', '“when I went out. That evening I baked”'],
    // Of the words at both ends a half is selected.
    ['ospital. Things we', 'ospital. Things we', '“hospital. Things went”'],
  ] as const) {
    await selectByMouse(page, words, until)
    await quote.click()
    await expect.poll(() => copied(page)).toContain(`${said} — `)
  }
  await page.getByRole('blockquote').getByText('You can hold the pieces').click({ clickCount: 3 })
  await quote.click()
  await expect
    .poll(() => copied(page))
    .toContain(
      '“You can hold the pieces for as long as you need to. They are not getting any more broken.” — ',
    )
})

test('the link leads to these words, also where the page says them twice, or half of one is selected', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const canonical = await openToSelect(page)
  const { copyLink } = barOn(page)
  for (const { words, until = words, nth = 0, found, elsewhere } of [
    { words: 'with one shoe on', nth: 1, found: 'It looks like a person', elsewhere: 'I would like to say' },
    { words: 'ospita', found: 'The woman who taught me', elsewhere: 'On Monday I finished' },
    { words: 'Eleven Sundays', found: 'Eleven Sundays', elsewhere: 'On Monday I finished' },
    {
      words: 'Before you can mend',
      until: 'followed the wool back',
      found: 'Before you can mend',
      elsewhere: 'On Monday I finished',
    },
    // With the number of a note between.
    {
      words: 'in front of people',
      until: 'For a while I did',
      found: 'And I tried to ring my brother',
      elsewhere: 'On Monday I finished',
    },
    // A line of the contents says it before.
    { words: 'The mending', nth: 1, found: 'On Saturday I rang', elsewhere: 'On Monday I finished' },
  ]) {
    await selectByMouse(page, words, until, { nth })
    await copyLink.click()
    await expect.poll(() => copied(page)).toMatch(/#:~:text=/)
    const link = await copied(page)
    expect(link.startsWith(`${canonical}#:~:text=`)).toBe(true)
    const there = await context.newPage()
    await there.goto(link)
    await expect(there.getByText(found).first(), link).toBeInViewport()
    await expect(there.getByText(elsewhere).first(), link).not.toBeInViewport()
    await there.close()
    await page.evaluate(() => navigator.clipboard.writeText('nothing'))
  }
})

test('the reader’s network is the one they passed something on to last', async ({ page, context }) => {
  // What a network would say is not looked at.
  await context.route(/bsky|threads|x\.com|stitch/, (route) => route.fulfill({ body: 'Passed on.' }))
  await openToSelect(page)
  const { links } = barOn(page)
  const row = page.getByRole('group', { name: 'Pass it on' })
  const share = page.getByRole('group', { name: 'Share this quote' }).first()
  for (const [network, pass] of [
    ['Bluesky', () => row.getByRole('link', { name: 'Bluesky' }).click()],
    ['X', () => share.getByRole('link', { name: 'Click to Tweet' }).click()],
    ['Threads', () => row.getByRole('link', { name: 'Threads' }).click()],
  ] as const) {
    await pass()
    await expect(page.getByText('Passed on.')).toBeVisible()
    await page.goBack()
    await selectByMouse(page, 'Some things you bury.')
    await expect(links).toHaveText(`Post on ${network}`)
    await expect(links).toHaveAttribute('href', /Some%20things%20you%20bury/)
  }
  await row.getByRole('button', { name: 'Mastodon' }).click()
  await row.getByLabel('Your Mastodon server').fill('stitch.example')
  await row.getByRole('button', { name: 'Share' }).click()
  await selectByMouse(page, 'Some things you bury.')
  await expect(links).toHaveText('Post on Mastodon')
})

test('whoever has passed nothing on yet is offered X, or the Mastodon server they have told', async ({
  page,
}) => {
  const canonical = await openToSelect(page)
  const { links } = barOn(page)
  const intent = async () => new URL((await links.getAttribute('href')) ?? '')
  await selectByMouse(page, 'Some things you bury.')
  await expect(links).toHaveText('Post on X')
  const link = `${canonical}#:~:text=Some%20things%20you%20bury.`
  expect((await intent()).origin + (await intent()).pathname).toBe('https://x.com/intent/tweet')
  expect(Object.fromEntries((await intent()).searchParams)).toEqual({
    text: '“Some things you bury.”',
    url: link,
  })
  // Longer than X takes with an address, which it counts as 23 behind a space.
  await selectByMouse(page, 'Trying gets good press', 'as if it were a nephew')
  await expect(links).toHaveAttribute('href', /Trying/)
  const text = (await intent()).searchParams.get('text') ?? ''
  expect(text).toMatch(/^“Trying gets good press\. .+ \p{L}+…”$/u)
  expect(text.length + 1 + 1 + 23).toBeLessThanOrEqual(280)
  expect(text.length).toBeGreaterThan(230)

  for (const [kept, name, host] of [
    ['stitch.example', 'Post on Mastodon', 'https://stitch.example'],
    ['javascript:alert(1)', 'Post on X', 'https://x.com'],
  ] as const) {
    await page.evaluate((kept) => localStorage.setItem('mastodon', kept), kept)
    await page.reload()
    await selectByMouse(page, 'Some things you bury.')
    await expect(links).toHaveText(name)
    expect((await intent()).origin).toBe(host)
    expect((await intent()).searchParams.get('text')).toBe(
      name === 'Post on X' ? '“Some things you bury.”' : `“Some things you bury.” ${link}`,
    )
  }
})

test('Mastodon takes more words than X', async ({ page }) => {
  await openToSelect(page)
  const { links } = barOn(page)
  await page.evaluate(() => localStorage.setItem('mastodon', 'stitch.example'))
  await page.reload()
  await selectByMouse(page, 'Trying gets good press', 'as if it were a nephew')
  await expect(links).toHaveText('Post on Mastodon')
  const href = await links.getAttribute('href')
  const text = new URL(href ?? '').searchParams.get('text') ?? ''
  const [, words = '', link] = /^(“.+”) (https?:\S+)$/.exec(text) ?? []
  expect(link).toContain('#:~:text=')
  expect(words).toMatch(/as if it were a nephew”$/)
  // More than X takes, and no more than Mastodon does, where an address is 23 of 500.
  expect(words.length + 1 + 23).toBeGreaterThan(280)
  expect(words.length + 1 + 23).toBeLessThanOrEqual(500)
})

test('where the browser refuses to copy, the text is shown, selected, and the bar stays', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('Refused by the test.'))
  })
  const canonical = await openToSelect(page)
  const { bar, copyLink } = barOn(page)
  await selectByMouse(page, 'biscuit tin', undefined, { block: 'end' })
  await copyLink.click()
  const field = bar.getByRole('textbox', { name: 'Copy link' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(`${canonical}#:~:text=biscuit%20tin`)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await field.inputValue())
  await expect(field).toBeInViewport({ ratio: 1 })
  // The words are still there to be quoted, too.
  await page.keyboard.press('Shift+Tab')
  await expect(copyLink).toBeFocused()
})
