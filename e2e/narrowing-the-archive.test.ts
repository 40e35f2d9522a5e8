import { expect, test } from './test'
import { narrow, wide } from './widths'

for (const viewport of [wide, narrow]) {
  test(`typing in the archive leaves the titles and tags that have the words, at ${viewport.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto('/archive')
    const main = page.getByRole('main')
    const field = main.getByRole('searchbox', { name: 'Search the posts' })
    const entries = main.getByRole('listitem').filter({ has: page.getByRole('time') })
    const all = await entries.count()
    await expect(field).toHaveAccessibleDescription(
      'The list narrows as you type. Search looks into the texts, too.',
    )
    await field.fill('FÁIL sometimes')
    await expect(entries.filter({ visible: true })).toHaveText([/Sometimes we fail/])
    await expect(main.getByRole('status')).toHaveText(`1 of ${all}`)
    await expect(main.getByRole('heading', { level: 2 })).toHaveText(['2026'])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)

    await field.fill('2025')
    await expect(main.getByRole('heading', { level: 2 })).toHaveText(['2025'])

    await field.fill('no such words')
    await expect(entries.filter({ visible: true })).toHaveCount(0)
    await expect(main.getByRole('status')).toHaveText(/^No date, no title and no tag has that\./)

    await field.clear()
    await expect(entries.filter({ visible: true })).toHaveCount(all)
    await expect(main.getByRole('status')).toBeEmpty()
  })
}

test('the stitches are those of the posts that are left, and the words above them stay true', async ({
  page,
}) => {
  await page.goto('/archive')
  const main = page.getByRole('main')
  const entries = main.getByRole('listitem').filter({ has: page.getByRole('time') })
  // By eye: a stitch is a line of a drawing that no machine is told of.
  const countStitches = () =>
    main
      .locator('.year-strip path')
      .evaluateAll(
        (paths) =>
          paths
            .filter((path) => path.checkVisibility())
            .flatMap((path) => path.getAttribute('d')?.match(/M/g) ?? []).length,
      )
  const all = await entries.count()
  expect(await countStitches()).toBe(all)
  const field = main.getByRole('searchbox', { name: 'Search the posts' })
  for (const words of ['nov', 'wool', '2026', 'no such words']) {
    await field.fill(words)
    const left = await entries.filter({ visible: true }).count()
    expect(left).toBeLessThan(all)
    expect(await countStitches(), words).toBe(left)
  }
  await field.clear()
  expect(await countStitches()).toBe(all)
})

test('whoever comes back to a narrowed archive, or is sent there, finds it narrowed', async ({
  page,
  context,
}) => {
  await page.goto('/archive')
  const main = page.getByRole('main')
  const field = main.getByRole('searchbox', { name: 'Search the posts' })
  const entries = main
    .getByRole('listitem')
    .filter({ has: page.getByRole('time') })
    .filter({ visible: true })
  const all = await entries.count()
  await field.fill('fail & sometimes')
  await field.fill('sometimes fail')
  await expect(page).toHaveURL('/archive?filter=sometimes+fail')
  const expectNarrowed = async () => {
    await expect(entries).toHaveText([/Sometimes we fail/])
    await expect(field).toHaveValue('sometimes fail')
    await expect(main.getByRole('status')).toHaveText(`1 of ${all}`)
  }
  await page.reload()
  await expectNarrowed()
  await entries.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sometimes we fail')
  await page.goBack()
  await expectNarrowed()
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('main').getByRole('status')).toHaveText(`1 of ${all}`)
  await field.clear()
  await expect(page).toHaveURL('/archive')
  await page.reload()
  await expect(entries).toHaveCount(all)
  await expect(field).toHaveValue('')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the field of the archive asks the search', async ({ page }) => {
    await page.goto('/archive')
    const field = page.getByRole('searchbox', { name: 'Search the posts' })
    await expect(field).toHaveAccessibleDescription('')
    await expect(page.getByText('The list narrows as you type.')).toBeHidden()
    await field.fill('gloves')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL('/search?q=gloves')

    // Of the address of a narrowed archive all posts come.
    await page.goto('/archive?filter=gloves')
    const entries = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('time') })
    expect(await entries.count()).toBeGreaterThan(5)
    await expect(entries.first()).toBeVisible()
  })
})
