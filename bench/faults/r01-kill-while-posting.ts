import { randomUUID } from 'node:crypto'
import { openForm, postForm } from './comment-form'
import { type Fault, until } from './fault'
import { countBodies, withSite } from './site'

const WRITERS = 8

/** trust.md R1: whoever was told that the comment is posted finds it, once, whatever was killed meanwhile. */
export const killWhilePosting: Fault = {
  id: 'R1',
  promise:
    'kill -9 of the app or of the embedded database while posting loses and doubles no acknowledged comment',
  run: (long) =>
    withSite({ postgres: 'embedded' }, async (site) => {
      const kills = long ? 100 : 2
      const run = randomUUID()
      const acknowledged: string[] = []
      const restarts: number[] = []
      for (let kill = 0; kill < kills; kill += 1) {
        let alive = true
        const form = await openForm(site.post)
        const write = async (writer: number) => {
          for (let count = 0; alive; count += 1) {
            const body = `Kill ${kill}-${writer}-${count} of ${run}`
            // The connection breaks when the app is killed: that comment was not acknowledged.
            const posted = await postForm(form, { body, name: `Writer ${writer}` }).catch(() => null)
            if (posted?.ok) acknowledged.push(body)
            else if (posted === null) return
          }
        }
        const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer))
        const enough = acknowledged.length + (long ? 100 : 5)
        await until('comments are acknowledged', async () => acknowledged.length >= enough, 60_000)
        // A kill that comes at no particular moment of a post.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
        await site.killPart(kill % 2 === 0 ? 'app' : 'database')
        alive = false
        await Promise.all(writers)
        restarts.push(await site.startAgain())
      }
      const rows = await countBodies(site, `% of ${run}`)
      const lost = acknowledged.filter((body) => !rows.has(body)).length
      const doubled = [...rows.values()].filter((count) => count > 1).length
      const slowest = Math.max(...restarts)
      return {
        held: lost === 0 && doubled === 0 && acknowledged.length > 0,
        figures: `${kills} kills, ${acknowledged.length} acknowledged, ${lost} lost, ${doubled} doubled, slowest restart to the first 200 ${(slowest / 1_000).toFixed(1)} s`,
      }
    }),
}
