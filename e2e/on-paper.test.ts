import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { addLastWord, writeRows } from './conversation'
import { expect, test } from './test'

/**
 * The words of each sheet of paper, without the spaces, which a printer sets as it likes. A sheet is as wide as A4, and as high,
 * unless `height` says how many millimetres.
 */
async function print(page: Page, height = 297): Promise<string[]> {
  const margin = { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' }
  const paper = await page.pdf({ width: '210mm', height: `${height}mm`, margin })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper)), { mergePages: false })
  return text.map(bare)
}

const bare = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

/** The sheets on which all of these words stand. */
function sheetsOf(sheets: string[], ...words: string[]): number[] {
  return sheets.flatMap((sheet, at) => (words.every((each) => sheet.includes(bare(each))) ? [at] : []))
}

test('on real paper no comment is cut in two', async ({ page, db, post }) => {
  const more = 'Some of what was said, at some length, for the sake of the paper it is on. '
  const rows = Array.from({ length: 15 }, (_, index) => ({
    body: `This is how ${index + 1} begins.\n\n${more.repeat(index % 7)}\n\nThis is how ${index + 1} ends.`,
    name: `Writer ${index + 1}`,
  }))
  await writeRows(db, post, rows)
  await addLastWord(db, post)
  await page.goto(post.path)
  const sheets = await print(page)
  expect(sheets.length).toBeGreaterThan(2)
  const places = rows.map(({ name }, index) =>
    sheetsOf(sheets, name, `This is how ${index + 1} begins.`, `This is how ${index + 1} ends.`),
  )
  expect(places).toEqual(rows.map(() => [expect.any(Number)]))
  // They fill more than one, so that some of them would be cut.
  expect(new Set(places.flat()).size).toBeGreaterThan(1)
})

test('on real paper a post says where it is to be found, once, and on a screen it does not', async ({
  page,
  baseURL,
}) => {
  const path = '/posts/the-year-of-small-repairs'
  await page.goto(path)
  const [first = '', ...others] = await print(page)
  expect(first).toContain(bare(`(${baseURL}${path})`))
  expect(others.join('')).not.toContain(`${baseURL}${path})`)
  const address = page.locator('.post-head .u-url')
  await expect(address).toBeHidden()
  await address.focus()
  await expect(address).not.toBeFocused()
})

test('on real paper a table of many columns is whole', async ({ page }) => {
  await page.goto('/posts/enough-for-a-hat')
  const columns = Array.from({ length: 12 }, (_, index) => `Column ${index + 1}`)
  await page
    .getByRole('table')
    .first()
    .evaluate((table: HTMLTableElement, columns) => {
      for (const row of table.rows) for (const name of columns) row.insertCell().textContent = name
    }, columns)
  const words = (await print(page)).join('')
  for (const name of columns) expect(words).toContain(bare(name))
})

test('on real paper no quote is cut in two, links say where they lead, and nothing is there to press', async ({
  page,
}) => {
  for (const path of [
    '/posts/sometimes-we-fail',
    '/posts/the-year-of-small-repairs',
    '/posts/lists-i-lost',
  ]) {
    await page.goto(path)
    const quotes = await page.getByRole('figure', { name: 'Quote' }).getByRole('blockquote').allTextContents()
    expect(quotes.length, path).toBeGreaterThan(0)
    const captions = await page.locator('.plate figcaption').allTextContents()
    const links = await page
      .locator('.prose a[href^="http"]')
      .filter({ visible: true })
      .evaluateAll((all) =>
        all
          .filter((link) => !link.closest('figcaption'))
          .map((link) => `${link.textContent} (${link.getAttribute('href')})`),
      )
    // Of many heights, so that the edge of some falls where a quote stands.
    for (let height = 180; height <= 300; height += 10) {
      const sheets = await print(page, height)
      for (const words of [...quotes, ...captions])
        expect(sheetsOf(sheets, words), `${words} at ${height} mm`).toHaveLength(1)
    }
    const sheets = await print(page)
    const all = sheets.join('')
    for (const words of links) expect(all).toContain(bare(words))
    for (const words of [
      'Click to Tweet',
      'Copy link',
      'Pass it on',
      'Post comment',
      'Your comment',
      'Skip to',
    ])
      expect(all, words).not.toContain(bare(words))
  }
})
