import { randomUUID } from 'node:crypto'
import { type CommentForm, openForm, postByScript, postForm } from './comment-form'
import { countBodies } from './count-bodies'
import { type Fault, percentile, until } from './fault'
import { type Site, talkedAbout, withSite } from './site'

/** trust.md R1. */
const LONG = { kills: 100, acknowledged: 10_000, restart: 5_000 }

/** A comment as its writer sends it, and sends it again: with a key as the page's script does, or without. */
type Attempt = { form: CommentForm; body: string; name: string; key: string | null }

/** trust.md R1: whoever was told that the comment is posted finds it, once, whatever was killed meanwhile. */
export const killWhilePosting: Fault = {
  id: 'R1',
  promise:
    'kill -9 of the app or of the embedded database while posting loses no acknowledged comment, and sending again what was not answered doubles none',
  run: (long) =>
    withSite({ postgres: 'embedded' }, async (site) => {
      const kills = long ? LONG.kills : 2
      const run = randomUUID()
      const acknowledged: string[] = []
      const repeated: string[] = []
      const restarts: number[] = []
      for (let kill = 0; kill < kills; kill += 1) {
        const enough = acknowledged.length + (long ? LONG.acknowledged / LONG.kills : 5)
        const write = await startWriters(site, `${kill} of ${run}`, acknowledged)
        await until('comments are acknowledged', async () => acknowledged.length >= enough, 60_000)
        // A kill that comes at no particular moment of a post.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
        await site.killPart(kill % 2 === 0 ? 'app' : 'database')
        const unanswered = await write.end()
        restarts.push(await site.startAgain())
        // Whether these were stored nobody knows, least of all their writers: they send them again.
        for (const attempt of unanswered) {
          if (!(await send(attempt))) throw new Error(`"${attempt.body}" was not taken the second time`)
          repeated.push(attempt.body)
        }
      }
      const rows = await countBodies(site, `% of ${run}`)
      const lost = acknowledged.filter((body) => !rows.has(body)).length
      const missing = repeated.filter((body) => !rows.has(body)).length
      const doubled = [...rows.values()].filter((count) => count > 1).length
      const slowest = Math.max(...restarts)
      const enough = acknowledged.length >= (long ? LONG.acknowledged : 5 * kills)
      const quick = !long || slowest <= LONG.restart
      return {
        // Kills that cut no post short would try nothing.
        held: lost + missing + doubled === 0 && enough && quick && repeated.length > 0,
        figures: `${restarts.length} kills, ${acknowledged.length} acknowledged, ${lost} lost, ${repeated.length} unanswered and sent again, ${missing} of them missing, ${doubled} doubled, restart to the first 200 ${(percentile(restarts, 0.5) / 1_000).toFixed(1)} s, ${(slowest / 1_000).toFixed(1)} s at the slowest`,
      }
    }),
}

/** Lets two people a post write one comment after the other, one with a key and one without; each stops at the first that is not acknowledged. */
async function startWriters(site: Site, run: string, acknowledged: string[]) {
  const forms = await Promise.all(talkedAbout.map((slug) => openForm(`${site.url}/posts/${slug}`)))
  let isOver = false
  const unanswered: Attempt[] = []
  async function write(form: CommentForm, writer: string, hasKey: boolean) {
    for (let count = 0; !isOver; count += 1) {
      const body = `Kill ${writer}-${count}-${run}`
      const attempt = { form, body, name: `Wren ${writer}`, key: hasKey ? randomUUID() : null }
      if (await send(attempt).catch(() => false)) acknowledged.push(body)
      else return unanswered.push(attempt)
    }
  }
  const writers = Promise.all(
    forms.flatMap((form, index) => [write(form, `${index}a`, true), write(form, `${index}b`, false)]),
  )
  return {
    async end(): Promise<Attempt[]> {
      isOver = true
      await writers
      return unanswered
    },
  }
}

/** True when the writer was told that the comment is posted. Rejects when the connection breaks. */
async function send({ form, key, ...typed }: Attempt): Promise<boolean> {
  if (key === null) return (await postForm(form, typed)).ok
  return (await postByScript(form, typed, key)).status === 'published'
}
