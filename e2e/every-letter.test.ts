import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './test'
import { narrow, wide } from './widths'

/** Has every letter written and drawn by the author's command, which fails when one kind of them is left out. */
async function drawLetters(folder: string) {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'cli/letters.ts', folder], {
    // The addresses in the letters are those of a blog that nobody has set up.
    env: { ...process.env, SITE_URL: '', PORT: '' },
    timeout: 240_000,
  })
  const files = (await readdir(folder)).sort()
  const read = (name: string, ending: string) => readFile(join(folder, `${name}.${ending}`), 'utf8')
  const names = files.flatMap((file) => (file.endsWith('.html') ? [file.replace('.html', '')] : []))
  const letters = await Promise.all(
    names.map(async (name) => ({ name, html: await read(name, 'html'), text: await read(name, 'txt') })),
  )
  return { letters, pictures: files.filter((file) => file.endsWith('.png')) }
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')

test('every letter fits its window, leads to whole addresses, and says the same in plain text', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('letters')
  const { letters, pictures } = await drawLetters(folder)
  expect(letters.length).toBeGreaterThan(8)
  // In both widths each theme, and the plain text.
  expect(pictures).toHaveLength(letters.length * 6)
  for (const picture of pictures)
    await testInfo.attach(picture, { path: join(folder, picture), contentType: 'image/png' })

  for (const { name, html, text } of letters) {
    await test.step(name, async () => {
      for (const viewport of [wide, narrow]) {
        await page.setViewportSize(viewport)
        await page.setContent(html)
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(sideways, `${name} at ${viewport.width} px`).toBeLessThanOrEqual(0)
      }
      await expect(page.getByRole('heading').first(), 'says what it is').toBeVisible()
      const links = await page
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
      expect(links.length).toBeGreaterThan(0)
      for (const link of links) expect(link).toMatch(/^http:\/\/localhost:3000\//)
      expect(text.match(/^https?:\S+$/gm)).toEqual(links)
      const ofText = text.replace(/^(.*):\nhttps?:\S+$/gm, '$1').replace(/^> ?/gm, '')
      expect(wordsOf((await page.locator('body').allInnerTexts()).join())).toEqual(wordsOf(ofText))
    })
  }
})
