import { findUnfit } from './find-unfit'
import { walkStudio } from './states'
import { expect, test } from './test'

test('the studio has room from 320 px on and for wider text, and is whole in forced colours', async ({
  page,
  context,
  db,
  post,
}) => {
  const found: string[] = []
  await walkStudio({ page, context, db, post }, async (name) => {
    found.push(...(await findUnfit(page, name)))
  })
  expect(found).toEqual([])
})
