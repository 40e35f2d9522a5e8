import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { openPlainForm, postPlainly } from './plain-form'
import { expect, test } from './test'
import { narrow, wide } from './widths'

/** Each with its title. `lib/comments/testing` reads the same file with the same schema, as code of the site, which no browser test sees. */
const all = z
  .array(z.tuple([z.string(), z.string()]))
  .parse(JSON.parse(readFileSync('lib/comments/testing/naughty-strings.json', 'utf8')))

/** What a reader must find again of a text, however it was composed. */
function readable(text: string): string {
  return (text.normalize('NFC').match(/[\p{L}\p{N}\p{Extended_Pictographic}]/gu) ?? []).join('')
}

test('names and texts of every script come back readable on one page, each in its own place', async ({
  page,
  post,
  baseURL,
}) => {
  const form = await openPlainForm(`${baseURL}${post.path}`)
  for (const [title, text] of all) {
    const typed = { body: text, name: [...text].slice(0, 80).join('') }
    expect((await postPlainly(form, typed)).status, title).toBe(303)
  }
  let found = 0
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport)
    await page.goto(`${post.path}#comments`)
    const articles = page.getByRole('article', { name: /^Comment / })
    await expect(articles).toHaveCount(all.length)
    found = 0
    for (const [index, [title, text]] of all.entries()) {
      const article = articles.nth(index)
      const words = (await article.locator('.c-body').textContent()) ?? ''
      expect(readable(words), `${title}, the text`).toBe(readable(text))
      const name = (await article.locator('bdi').first().textContent()) ?? ''
      const typed = readable([...text].slice(0, 80).join(''))
      expect(readable(name), `${title}, the name`).toContain(typed)
      expect(words + name, `${title}, and nothing that turns`).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
      found += 1
    }
    const outside = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement
      return { sideways: scrollWidth - clientWidth }
    })
    expect(outside).toEqual({ sideways: 0 })
    const boxes = await articles.evaluateAll((each) =>
      each.map((article) => {
        const { left, right, top, bottom } = article.getBoundingClientRect()
        return { left, right, top, bottom }
      }),
    )
    for (const [index, { left, right, top }] of boxes.entries()) {
      expect([left >= 0, right <= viewport.width], all[index]?.[0]).toEqual([true, true])
      expect(top, `${all[index]?.[0]} begins below what stands before it`).toBeGreaterThanOrEqual(
        boxes[index - 1]?.bottom ?? 0,
      )
    }
  }
  console.log(`T10: ${found} of ${all.length} naughty strings are read on a page, at 1280 and at 360 pixels.`)
})
