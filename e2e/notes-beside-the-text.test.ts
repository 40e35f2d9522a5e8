import { expect, test } from './test'
import { narrow, wide } from './widths'

test.use({ javaScriptEnabled: false })

/** The narrowest window, in CSS pixels, with a margin for notes. */
const leastBeside = 1160

test('a note stands beside its line where there is room', async ({ page }) => {
  await page.goto('/posts/sometimes-we-fail')
  const reference = page.getByRole('link', { name: 'Note 1' })
  const note = page.getByRole('complementary', { name: 'Note 1' })
  for (const width of [wide.width, leastBeside]) {
    await page.setViewportSize({ ...wide, width })
    const [line, box, text] = await Promise.all([
      reference.boundingBox(),
      note.boundingBox(),
      page.getByText('And I tried to ring my brother').boundingBox(),
    ])
    if (!line || !box || !text) throw new Error('The note is not shown.')
    expect(box.x, `at ${width} px`).toBeGreaterThan(text.x + text.width)
    expect(box.x + box.width, `at ${width} px`).toBeLessThanOrEqual(width)
    expect(Math.abs(box.y - line.y), `at ${width} px`).toBeLessThan(40)
  }
})

test('a note stands under its paragraph where there is none, and leads back', async ({ page }) => {
  await page.goto('/posts/sometimes-we-fail')
  const note = page.getByRole('complementary', { name: 'Note 1' })
  for (const width of [leastBeside - 1, narrow.width]) {
    await page.setViewportSize({ ...narrow, width })
    const [box, text] = await Promise.all([
      note.boundingBox(),
      page.getByText('And I tried to ring my brother').boundingBox(),
    ])
    if (!box || !text) throw new Error('The note is not shown.')
    expect(box.y, `at ${width} px`).toBeGreaterThanOrEqual(text.y + text.height)
  }
  await page.getByRole('link', { name: 'Note 1' }).click()
  await expect(page).toHaveURL(/#n-1$/)
  await note.getByRole('link', { name: 'Back to the text' }).click()
  await expect(page).toHaveURL(/#r-1$/)
})

test('many notes fold behind their numbers on a narrow page, and open when followed', async ({ page }) => {
  await page.setViewportSize(narrow)
  await page.goto('/posts/the-year-of-small-repairs')
  const note = page.getByText('Also a leak. They had rented a boat.')
  await expect(note).toBeHidden()
  await page.getByRole('link', { name: 'Note 5' }).click()
  await expect(note).toBeVisible()
})

test('many notes stand open beside the text', async ({ page }) => {
  await page.setViewportSize(wide)
  await page.goto('/posts/the-year-of-small-repairs')
  await expect(page.getByText('Also a leak. They had rented a boat.')).toBeVisible()
})
