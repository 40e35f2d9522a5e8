import { randomUUID } from 'node:crypto'
import { type CommentForm, openForm, postByScript, postForm } from './comment-form'
import type { Fault } from './fault'
import { countBodies, withSite } from './site'

/** trust.md R10: a double click, a reload or a retry gives one comment, with the browser's key and without. */
export const doubleSubmit: Fault = {
  id: 'R10',
  promise: 'the same words sent twice at once make one comment, and both are answered with it',
  run: (long) =>
    withSite({}, async (site) => {
      const pairs = long ? 1_000 : 40
      // Pairs at once: a hundred of them are two hundred posts in one moment.
      const atOnce = long ? 100 : 20
      const form = await openForm(site.post)
      const run = randomUUID()
      let unequal = 0
      for (let first = 0; first < pairs; first += atOnce) {
        await Promise.all(
          Array.from({ length: atOnce }, async (_, index) => {
            if (!(await sendTwice(form, `Twice ${first + index} of ${run}`, index % 2 === 1))) unequal += 1
          }),
        )
      }
      const rows = await countBodies(site, `% of ${run}`)
      const total = [...rows.values()].reduce((sum, count) => sum + count, 0)
      return {
        held: rows.size === pairs && total === pairs && unequal === 0,
        figures: `${pairs} double posts, ${2 * atOnce} at once, half of them with a key, ${total} rows, ${unequal} pairs answered differently`,
      }
    }),
}

/** True when both are told the same place. */
async function sendTwice(form: CommentForm, body: string, byScript: boolean): Promise<boolean> {
  const typed = { body, name: 'Ansel' }
  const key = randomUUID()
  const send = async () => {
    if (byScript) return (await postByScript(form, typed, key)).href ?? null
    const posted = await postForm(form, typed)
    return posted.ok ? posted.location : null
  }
  const [one, other] = await Promise.all([send(), send()])
  return one !== null && one === other
}
