import { findViolations } from './find-violations'
import { walkStudio } from './states'
import { expect, test } from './test'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('axe finds nothing in the studio, in any look', async ({ page, context, db, post }) => {
  const found: string[] = []
  await walkStudio({ page, context, db, post }, async (name) => {
    found.push(...(await findViolations(page, name)))
  })
  expect(found).toEqual([])
})
