import { randomUUID } from 'node:crypto'
import { signInAs } from './studio'
import { expect, test } from './test'

test.use({ allowedErrors: [/404/] })

const deadEnds = ['c/99', 'reply/99', `receipt/${randomUUID()}`, 'comments/99', 'comments/newest/99']
const elsewhere = [
  '/posts/never-a-post/follow',
  '/my-comments/cut-off-by-a-letter',
  '/studio/people/nobody',
  '/studio/never-a-page',
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an address that leads nowhere answers 404, and says so', async ({ page, context, db, post }) => {
      await signInAs(context, db)
      const addresses = deadEnds.map((end) => `${post.path}/${end}`)
      for (const address of [...addresses, ...elsewhere]) {
        expect((await page.goto(address))?.status(), address).toBe(404)
        const main = page.getByRole('main')
        await expect(
          main.getByRole('heading', { name: 'This thread comes to nothing.' }),
          address,
        ).toBeVisible()
      }
    })
  })
}
