import { randomUUID } from 'node:crypto'
import { type CommentForm, openForm, postByScript, postForm } from './comment-form'
import { countBodies } from './count-bodies'
import type { Fault } from './fault'
import { withSite } from './site'

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
      let asked = 0
      for (let first = 0; first < pairs; first += atOnce) {
        await Promise.all(
          Array.from({ length: atOnce }, async (_, index) => {
            const pair = await sendTwice(form, `Twice ${first + index} of ${run}`, index % 2 === 1)
            if (!pair.isOne) unequal += 1
            asked += pair.asked
          }),
        )
      }
      const rows = await countBodies(site, `% of ${run}`)
      const total = [...rows.values()].reduce((sum, count) => sum + count, 0)
      return {
        held: rows.size === pairs && total === pairs && unequal === 0 && asked === 0,
        figures: `${pairs} double posts, ${2 * atOnce} at once, half of them with a key, ${total} rows, ${unequal} pairs answered with two comments or none, ${asked} answers that asked to post again`,
      }
    }),
}

/** How often a writer who is told that it could not be saved tries again. */
const PATIENCE = 3

/** Whether both are answered with one comment, and how many answers on the way asked to post again. */
async function sendTwice(
  form: CommentForm,
  body: string,
  byScript: boolean,
): Promise<{ isOne: boolean; asked: number }> {
  const typed = { body, name: 'Ansel' }
  const key = randomUUID()
  let asked = 0
  async function send(): Promise<string | null> {
    for (let tries = 0; tries <= PATIENCE; tries += 1) {
      const number = numberIn(await (byScript ? postWithKey() : postPlainly()))
      if (number !== null) return number
      asked += 1
    }
    return null
  }
  const postWithKey = async () => (await postByScript(form, typed, key)).href ?? ''
  const postPlainly = async () => {
    const posted = await postForm(form, typed)
    return posted.ok ? posted.location : ''
  }
  const [one, other] = await Promise.all([send(), send()])
  return { isOne: one !== null && one === other, asked }
}

/** The number of a comment in its place, `…#c-7`, or in the address that looks its place up, `…/c/7`. */
function numberIn(place: string): string | null {
  return place.match(/(?:#c-|\/c\/)(\d+)$/)?.[1] ?? null
}
