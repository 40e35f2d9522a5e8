import { findCutOff, spaceOut } from './find-cut-off'
import { signInAs } from './studio'
import { caseOf, inboxOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'
import { narrow, wide } from './widths'

for (const viewport of [wide, narrow, { width: 320, height: 200 }]) {
  test(`the inbox has room for wider text, at ${viewport.width} px`, async ({ page, context, db, post }) => {
    await page.setViewportSize(viewport)
    await signInAs(context, db)
    await writeWaiting(db, post, [
      { name: 'Ilka', body: `${post.words} ${'Long words and short ones. '.repeat(20)}` },
      { name: 'Bo', forAuthor: true },
    ])
    await page.goto(inboxOf(post))
    await expect(caseOf(page, 'Ilka')).toBeVisible()
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await width()).toBe(viewport.width)
    await spaceOut(page)
    expect(await width()).toBe(viewport.width)
    expect(await findCutOff(page)).toEqual([])
  })
}
