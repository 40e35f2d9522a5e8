import type { Db } from '../db/client'
import { addLastWord, listRows, writeRows } from './conversation'
import { signInAs } from './studio'
import { caseOf, stateOf } from './studio-inbox'
import { expect, type FixturePost, test } from './test'
import { narrow } from './widths'

test.beforeEach(async ({ context, db }) => {
  await signInAs(context, db)
})

const latestPost = { blog: 'Small Weather', title: 'Rain, again', url: 'https://rain.example/again' }
const held = { ...latestPost, nowCalled: 'Cheap pills, fast' }

/** A comment that has been up for longer than those of any other test, and so comes first of all that are held. */
async function writeHeld(db: Db, post: FixturePost): Promise<string> {
  await writeRows(db, post, [{ name: 'Ilka', latestPost: held, publishedAt: new Date(0) }])
  await addLastWord(db, post)
  return (await listRows(db, post)).find(({ name }) => name === 'Ilka')?.id ?? ''
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, ...(javaScriptEnabled ? {} : { viewport: narrow }) })

    test('a latest post whose page became something else is the author’s to show or to leave out', async ({
      page,
      anotherReader,
      db,
      post,
    }) => {
      const id = await writeHeld(db, post)
      const seen = anotherReader.getByRole('article', { name: 'Comment 1 by Ilka' })
      await anotherReader.goto(post.path)
      await expect(seen).not.toContainText('Lately on')

      await page.goto('/studio')
      const aside = page.getByRole('complementary', { name: 'Latest posts, held' })
      await expect(aside).toContainText('“Rain, again” is “Cheap pills, fast” now.')
      await aside.getByRole('link', { name: 'Ilka’s latest post' }).click()
      const comment = caseOf(page, 'Ilka')
      await expect(comment).toContainText('It was Rain, again (https://rain.example/again).')
      await expect(comment).toContainText('Its page is something else now: Cheap pills, fast')

      await comment.getByRole('button', { name: 'Show it again' }).click()
      await expect(page.getByText('The latest post under Ilka’s comment is shown again.')).toBeVisible()
      await expect(comment.getByRole('button', { name: 'Show it again' })).toBeHidden()
      await page.getByRole('button', { name: 'Undo' }).click()
      await comment.getByRole('button', { name: 'Leave it out' }).click()
      await expect(page.getByText('The latest post under Ilka’s comment is left out.')).toBeVisible()
      expect((await stateOf(db, id))?.latestPost).toBeNull()

      await page.goto('/studio/log')
      const line = (verb: string) =>
        page
          .getByRole('listitem')
          .filter({ hasText: `${verb}: Ilka` })
          .first()
      await expect(line('Latest post shown again')).toContainText(`by you, on ${post.title}`)
      await expect(line('Latest post shown again')).toContainText('Taken back')
      await line('Latest post left out').getByRole('button', { name: 'Undo' }).click()
      await expect(line('Latest post left out')).toContainText('Taken back')
      expect((await stateOf(db, id))?.latestPost).toEqual(held)

      await page.goto(`/studio?comment=${id}`)
      await comment.getByRole('button', { name: 'Show it again' }).click()
      await expect(comment.getByRole('button', { name: 'Show it again' })).toBeHidden()
      await anotherReader.reload()
      await expect(seen.getByRole('link', { name: 'Rain, again' })).toHaveAttribute('href', latestPost.url)
    })
  })
}
