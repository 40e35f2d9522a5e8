import { eq } from 'drizzle-orm'
import { commentContacts, comments, people } from '../db/schema'
import { listRows } from './conversation'
import { publish } from './own-comments'
import { signInAs } from './studio'
import { caseOf, countsOf, inboxOf, openField, personOf, stateOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const verbs = [
  { button: 'Approve', status: 'published', said: 'Approved Ilka’s comment. It is on the page now.', tab: 1 },
  { button: 'Spam', status: 'spam', said: 'Ilka’s comment is in Spam.', tab: 2 },
  { button: 'Bin', status: 'removed', said: 'Ilka’s comment is in the bin.', tab: 3 },
] as const

test.beforeEach(async ({ context, db }) => {
  await signInAs(context, db)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const { button, status, said, tab, viewport } of verbs.flatMap((verb) => [
      { ...verb, viewport: wide },
      { ...verb, viewport: narrow },
    ])) {
      test(`${button} takes effect, and Undo gives back what was before, at ${viewport.width} px`, async ({
        page,
        db,
        post,
      }) => {
        await page.setViewportSize(viewport)
        const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka', reasons: ['links: 2'] }, { name: 'Bo' }])
        const id = ilka?.id ?? ''
        const before = await stateOf(db, id)
        await page.goto(inboxOf(post))
        const counted = await countsOf(page)
        let loads = 0
        page.on('load', () => loads++)
        await caseOf(page, 'Ilka').getByRole('button', { name: button, exact: true }).click()
        await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible()
        await expect(caseOf(page, 'Ilka')).toHaveCount(0)
        expect((await stateOf(db, id))?.status).toBe(status)
        // Other tests comment meanwhile, so the others are left aside.
        await expect.poll(async () => (await countsOf(page))[tab]).toBeGreaterThan(counted[tab] ?? 0)

        await page.getByRole('button', { name: 'Undo' }).click()
        await expect(caseOf(page, 'Ilka')).toBeVisible()
        await expect(caseOf(page, 'Ilka')).toContainText('Two links')
        // A number once given stays, and the time of it.
        const { number: _, publishedAt: __, ...after } = (await stateOf(db, id)) ?? {}
        expect(before).toMatchObject(after)
        if (javaScriptEnabled) expect(loads).toBe(0)
      })
    }

    test('a reply approves the comment and stands below it, by the author', async ({
      page,
      db,
      post,
      blog,
    }) => {
      const [halla] = await writeWaiting(db, post, [{ name: 'Halla' }])
      await page.goto(inboxOf(post))
      const comment = caseOf(page, 'Halla')
      await openField(comment, 'Reply and approve')
      const field = comment.getByLabel('Your reply to Halla')
      await test.step('an empty one is refused, and nothing is approved', async () => {
        await comment.getByRole('button', { name: 'Reply and approve' }).click()
        await expect(field).toHaveAccessibleDescription(
          'Write a comment before posting Posting it also approves the comment above.',
        )
        await expect(field).toBeFocused()
        expect((await stateOf(db, halla?.id ?? ''))?.status).toBe('held')
      })
      await field.fill('It is still up. Tell us about the *goat*.')
      await comment.getByRole('button', { name: 'Reply and approve' }).click()
      await expect(page.getByText('Your reply to Halla is on the page now.')).toBeVisible()
      const [first, reply] = await listRows(db, post)
      expect(first).toMatchObject({ status: 'published', number: 2 })
      expect(reply).toMatchObject({
        status: 'published',
        byAuthor: true,
        parentId: halla?.id,
        name: blog.author,
      })
      await expect(async () => {
        await page.goto(post.path)
        await expect(page.locator('#c-3')).toContainText('Tell us about the goat', { timeout: 500 })
      }).toPass()
    })

    test('an edit changes the text, trust is kept, and both are undone', async ({ page, db, post }) => {
      const [ilka, bo] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
      await page.goto(inboxOf(post))
      const comment = caseOf(page, 'Ilka')
      await openField(comment, 'Edit')
      await comment.getByLabel('The comment by Ilka', { exact: true }).fill(`${post.words} Mended.`)
      await comment.getByRole('button', { name: 'Save the text' }).click()
      await expect(page.getByText('Changed Ilka’s comment.')).toBeVisible()
      await expect(comment.getByRole('paragraph').filter({ hasText: 'Mended.' })).toBeVisible()
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(comment.getByRole('paragraph').filter({ hasText: 'Mended.' })).toHaveCount(0)
      expect((await stateOf(db, ilka?.id ?? ''))?.body).toBe(`${post.words} Comment 1.`)

      const standing = () =>
        db
          .select()
          .from(people)
          .where(eq(people.key, personOf(bo?.id ?? '')))
      await page.goto(inboxOf(post))
      await caseOf(page, 'Bo').getByLabel('Trust Bo from now on').check()
      await caseOf(page, 'Bo').getByRole('button', { name: 'Approve', exact: true }).click()
      await expect(page.getByText('Bo is trusted from now on.')).toBeVisible()
      expect(await standing()).toMatchObject([{ standing: 'trusted' }])
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(caseOf(page, 'Bo')).toBeVisible()
      await expect.poll(standing).toEqual([])

      await caseOf(page, 'Bo').getByLabel('Trust Bo from now on').check()
      await caseOf(page, 'Bo').getByRole('button', { name: 'Approve', exact: true }).click()
      await expect(page.getByText('Bo is trusted from now on.')).toBeVisible()
      await db
        .update(people)
        .set({ standing: 'blocked' })
        .where(eq(people.key, personOf(bo?.id ?? '')))
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(caseOf(page, 'Bo')).toBeVisible()
      expect(await standing(), 'who was blocked meanwhile stays so').toMatchObject([{ standing: 'blocked' }])
    })

    test('what its writer changed since it was read is not written over, and both texts are there to read', async ({
      page,
      db,
      post,
    }) => {
      const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }])
      const id = ilka?.id ?? ''
      await page.goto(inboxOf(post))
      const comment = caseOf(page, 'Ilka')
      await openField(comment, 'Edit')
      const field = comment.getByLabel('The comment by Ilka', { exact: true })
      const mended = `${post.words} Mended.`
      await field.fill(mended)
      const changed = { body: `${post.words} Said otherwise.`, editedAt: new Date() }
      await db.update(comments).set(changed).where(eq(comments.id, id))
      await comment.getByRole('button', { name: 'Save the text' }).click()
      await expect(comment.getByRole('alert')).toContainText('The text was changed since you read it.')
      await expect(comment.getByRole('alert')).toBeInViewport()
      expect(await stateOf(db, id)).toMatchObject(changed)
      await expect(field).toHaveValue(mended)
      if (javaScriptEnabled) await comment.getByRole('link', { name: 'Load the page again' }).click()
      await expect(comment.getByRole('paragraph').filter({ hasText: 'Said otherwise.' })).toBeVisible()
      await expect(field).toBeVisible()
      await expect(field).toHaveValue(mended)
      await comment.getByRole('button', { name: 'Save the text' }).click()
      await expect(page.getByText('Changed Ilka’s comment.')).toBeVisible()
      expect((await stateOf(db, id))?.body).toBe(mended)
    })

    test('names and texts are searched, in one tab and then in another', async ({ page, db, post }) => {
      await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo', body: `${post.words} About the goat.` }])
      await page.goto('/studio')
      await page.getByLabel('Search names and texts').fill(`${post.words} About the GOAT`)
      await page.getByRole('button', { name: 'Search' }).click()
      await expect(page.getByRole('article')).toHaveCount(1)
      await expect(caseOf(page, 'Bo')).toContainText('About the goat.')
      await caseOf(page, 'Bo').getByRole('button', { name: 'Spam', exact: true }).click()
      await expect(page.getByText('Bo’s comment is in Spam.')).toBeVisible()
      await page.getByRole('button', { name: 'Search' }).click()
      await expect(page.getByText(`Nothing here with “${post.words} About the GOAT”`)).toBeVisible()
      await expect(page.getByRole('article')).toHaveCount(0)
      await page.getByRole('link', { name: 'Spam', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('About the GOAT')
      await expect(caseOf(page, 'Bo')).toContainText('About the goat.')
    })

    test('readers are told whose the last edit was', async ({ page, anotherReader, db, post, blog }) => {
      await writeWaiting(db, post, [{ name: 'Ilka' }])
      await page.goto(inboxOf(post))
      const comment = caseOf(page, 'Ilka')
      await openField(comment, 'Edit')
      await comment.getByLabel('The comment by Ilka', { exact: true }).fill(`${post.words} Mended.`)
      await comment.getByRole('button', { name: 'Save the text' }).click()
      await expect(page.getByText('Changed Ilka’s comment.')).toBeVisible()
      await comment.getByRole('button', { name: 'Approve', exact: true }).click()
      await expect(page.getByText('Approved Ilka’s comment.')).toBeVisible()
      await expect(async () => {
        await anotherReader.goto(post.path)
        await expect(anotherReader.getByRole('article', { name: /by Ilka$/ })).toContainText(
          `Edited by ${blog.author}`,
          { timeout: 500 },
        )
      }).toPass()
    })

    test('what its writer changed since it was read is not approved, alone or among many', async ({
      page,
      db,
      post,
    }) => {
      const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
      const id = ilka?.id ?? ''
      await page.goto(inboxOf(post))
      const changed = { body: `${post.words} Said otherwise.`, editedAt: new Date() }
      await db.update(comments).set(changed).where(eq(comments.id, id))
      await caseOf(page, 'Ilka').getByRole('button', { name: 'Approve', exact: true }).click()
      const problem = page.getByText('The text was changed since you read it.')
      await expect(problem).toBeVisible()
      if (!javaScriptEnabled) await expect(problem).toBeFocused()
      if (javaScriptEnabled) {
        await page.getByLabel('Select the comment by Ilka', { exact: true }).check()
        await page.getByLabel('Select the comment by Bo', { exact: true }).check()
        await page.getByRole('button', { name: 'Approve all that is selected' }).click()
        await expect(caseOf(page, 'Bo')).toHaveCount(0)
        expect((await stateOf(db, id))?.status).toBe('held')
        await page.goto(inboxOf(post))
      }
      // Without JavaScript the page has come anew by then.
      await expect(caseOf(page, 'Ilka')).toContainText('Said otherwise.')
      await caseOf(page, 'Ilka').getByRole('button', { name: 'Approve', exact: true }).click()
      await expect(caseOf(page, 'Ilka')).toHaveCount(0)
      expect((await stateOf(db, id))?.status).toBe('published')
    })
  })
}

test('the row of buttons stays whole while something is typed below it', async ({ page, db, post }) => {
  await writeWaiting(db, post, [{ name: 'Ilka' }])
  await page.goto(inboxOf(post))
  const comment = caseOf(page, 'Ilka')
  const middles = async () => {
    const boxes = ['Approve', 'Spam', 'Bin'].map((name) =>
      comment.getByRole('button', { name, exact: true }).boundingBox(),
    )
    const all = (await Promise.all(boxes)).map((box) => Math.round((box?.y ?? 0) + (box?.height ?? 0) / 2))
    return [...new Set(all)]
  }
  expect(await middles()).toHaveLength(1)
  await openField(comment, 'Reply and approve')
  await openField(comment, 'Edit')
  const row = await middles()
  expect(row).toHaveLength(1)
  for (const label of ['Your reply to Ilka', 'The comment by Ilka']) {
    const box = await comment.getByLabel(label, { exact: true }).boundingBox()
    expect(box?.y).toBeGreaterThan(row[0] ?? 0)
    expect(box?.width).toBeGreaterThan(400)
  }
})

test('Undo is offered for ten seconds', async ({ page, db, post }) => {
  await page.clock.install()
  await writeWaiting(db, post, [{ name: 'Ilka' }])
  await page.goto(inboxOf(post))
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Spam', exact: true }).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeInViewport()
  const now = () => page.evaluate(() => Date.now())
  const since = await now()
  await page.clock.pauseAt(since + 5_000)
  await expect(async () => {
    await page.clock.runFor(500)
    await expect(undo).toHaveCount(0, { timeout: 100 })
  }).toPass()
  const passed = (await now()) - since
  expect(passed).toBeGreaterThan(9_000)
  expect(passed).toBeLessThan(15_000)
  await page.clock.resume()
  await expect(page.getByText(`Nothing here with “${post.words}”`)).toBeVisible()
})

test('a first comment is one, though another of theirs is published by now', async ({ page, db, post }) => {
  const [ilka, other] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Ilka too' }])
  await db
    .update(commentContacts)
    .set({ emailHash: personOf(ilka?.id ?? '') })
    .where(eq(commentContacts.commentId, other?.id ?? ''))
  await page.goto(inboxOf(post))
  await caseOf(page, 'Ilka too').getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(caseOf(page, 'Ilka too')).toHaveCount(0)
  await expect(caseOf(page, 'Ilka')).toContainText('First comment by this person')
  await expect(caseOf(page, 'Ilka')).toContainText('1 comment published by now')
  await expect(caseOf(page, 'Ilka')).not.toContainText('returning')
})

test('what waits as a first comment says so once, and its writer’s name leads to all they wrote', async ({
  page,
  db,
  post,
}) => {
  const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo', reasons: ['links: 2'] }])
  await page.goto(inboxOf(post))
  await expect(caseOf(page, 'Ilka')).toContainText('First comment by this person')
  await expect(caseOf(page, 'Ilka')).not.toContainText('first-time')
  await expect(caseOf(page, 'Bo')).toContainText('first-time')
  await caseOf(page, 'Ilka').getByRole('link', { name: 'Ilka', exact: true }).click()
  await expect(page).toHaveURL(`/studio/people/${encodeURIComponent(personOf(ilka?.id ?? ''))}`)
})

test('what is just for the author says so in words, and cannot be approved', async ({ page, db, post }) => {
  await writeWaiting(db, post, [{ name: 'Ilka', forAuthor: true, reasons: [] }])
  await page.goto(inboxOf(post))
  await expect(caseOf(page, 'Ilka')).toContainText('Just for you')
  await expect(caseOf(page, 'Ilka').getByRole('button', { name: 'Approve' })).toHaveCount(0)
  await expect(caseOf(page, 'Ilka').getByText('Reply')).toHaveCount(0)
  await expect(caseOf(page, 'Ilka').getByText('Edit')).toHaveCount(0)
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Bin' }).click()
  await expect(page.getByText('Ilka’s comment is in the bin.')).toBeVisible()
})

test('what its writer deleted says so in the bin, and nothing can be done to it', async ({ page, post }) => {
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('You have deleted your comment.')).toBeVisible()
  await page.goto(inboxOf(post, '&tab=bin'))
  await expect(caseOf(page, 'Wren')).toContainText(
    'deleted by its writer, for good; here its words are kept until ',
  )
  await expect(page.getByRole('button', { name: 'all that is selected' })).toHaveCount(0)
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport)
    await expect(caseOf(page, 'Wren').getByText('deleted by its writer')).toBeVisible()
    // Said in words, and not by paling.
    const paled = await caseOf(page, 'Wren').evaluate((element) => {
      const outer = []
      for (let each: Element | null = element; each; each = each.parentElement) outer.push(each)
      return [...outer, ...element.querySelectorAll('*')].filter(
        (each) => getComputedStyle(each).opacity !== '1',
      ).length
    })
    expect(paled).toBe(0)
  }
  await expect(caseOf(page, 'Wren').getByRole('button')).toHaveCount(0)
  await expect(caseOf(page, 'Wren').getByRole('checkbox')).toHaveCount(0)
})
