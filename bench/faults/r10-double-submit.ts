import { randomUUID } from 'node:crypto'
import { openForm, postForm } from './comment-form'
import type { Fault } from './fault'
import { countBodies, withSite } from './site'

/** trust.md R10: a double click, a reload or a retry gives one comment, with the browser's key and without. */
export const doubleSubmit: Fault = {
  id: 'R10',
  promise: 'the same words sent twice at once make one comment, and both are answered with it',
  run: (long) =>
    withSite({}, async (site) => {
      const pairs = long ? 1_000 : 40
      const form = await openForm(site.post)
      const run = randomUUID()
      let unequal = 0
      for (let first = 0; first < pairs; first += 20) {
        await Promise.all(
          Array.from({ length: Math.min(20, pairs - first) }, async (_, index) => {
            const typed = { body: `Twice ${first + index} of ${run}`, name: 'Ansel' }
            const answers = await Promise.all([postForm(form, typed), postForm(form, typed)])
            const places = answers.map((answer) => (answer.ok ? answer.location : `status ${answer.status}`))
            if (places[0] !== places[1] || !answers.every((answer) => answer.ok)) unequal += 1
          }),
        )
      }
      const rows = await countBodies(site, `% of ${run}`)
      const total = [...rows.values()].reduce((sum, count) => sum + count, 0)
      return {
        held: rows.size === pairs && total === pairs && unequal === 0,
        figures: `${pairs} double posts, ${total} rows, ${unequal} pairs answered differently`,
      }
    }),
}
