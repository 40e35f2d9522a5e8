import { randomUUID } from 'node:crypto'
import { type CommentForm, openForm, postByScript, postForm } from './comment-form'
import { countBodies } from './count-bodies'
import { type Fault, percentile, until } from './fault'
import { talkedAbout, withSite } from './site'

/** trust.md R2: milliseconds from the moment the database answers again until a comment is taken. */
const BACK = 10_000
/**
 * Milliseconds that a commit takes, and its answer: longer than a post, so that every kill meets some of both. One that
 * is acknowledged before its commit would be lost, and one that nobody heard of is sent again and would be doubled.
 */
const COMMIT = 500
/** Comments that are taken between two kills. */
const BETWEEN = 10

/** Milliseconds that the last comments may take when all is well again. */
const LAST = 15_000

/** What one run of writers knows. */
type Talk = {
  run: string
  acknowledged: string[]
  refused: number
  isOver: boolean
  /** When nobody tries again any more, by the clock of `performance.now()`. */
  end: number
}

/** trust.md R2: a Postgres that is killed takes no acknowledged comment along, and is found again without a restart. */
export const killPostgres: Fault = {
  id: 'R2',
  promise:
    'kill -9 of Postgres while posting loses and doubles no comment, and the app goes on by itself when it is back',
  run: (long) =>
    // Without fsync: what a killed process has written is kept by the kernel. Power cuts are not tried here.
    withSite({ slowProxy: true }, async (site) => {
      site.holdCommits(COMMIT)
      const kills = long ? 20 : 2
      const app = site.appPid()
      const talk: Talk = {
        run: randomUUID(),
        acknowledged: [],
        refused: 0,
        isOver: false,
        end: Number.POSITIVE_INFINITY,
      }
      const forms = await Promise.all(talkedAbout.map((slug) => openForm(`${site.url}/posts/${slug}`)))
      const writers = Promise.all(
        forms.flatMap((form, index) => [
          write(talk, form, `${index}a`, true),
          write(talk, form, `${index}b`, false),
        ]),
      )
      // A run that fails before it waits for them ends the site that they write to.
      writers.catch(() => {})
      const returns: number[] = []
      for (let kill = 0; kill < kills; kill += 1) {
        await more(talk, BETWEEN, 60_000, `${BETWEEN} comments are taken`)
        // A kill that comes at no particular moment of a post.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
        await site.stopDatabase()
        await refusal(talk)
        await site.startDatabase()
        returns.push(await more(talk, 1, 30_000, 'a comment is taken when the database is back'))
      }
      talk.isOver = true
      talk.end = performance.now() + LAST
      const untaken = (await writers).filter((isTaken) => !isTaken).length
      const rows = await countBodies(site, `% of ${talk.run}`)
      const lost = talk.acknowledged.filter((body) => !rows.has(body)).length
      const doubled = [...rows.values()].filter((count) => count > 1).length
      const slowest = Math.max(...returns)
      const isSame = site.appPid() === app
      return {
        held:
          lost + doubled + untaken === 0 &&
          rows.size === talk.acknowledged.length &&
          slowest <= BACK &&
          isSame,
        figures: `${kills} kills, ${talk.acknowledged.length} acknowledged, ${lost} lost, ${doubled} doubled, ${untaken} never taken, ${talk.refused} times told that it was not saved, the first comment ${percentile(returns, 0.5).toFixed(0)} ms after the database, ${slowest.toFixed(0)} ms at the slowest, app ${isSame ? 'never' : 'was'} restarted`,
      }
    }),
}

/** One comment after the other, each until it is taken: by the key of the page's script, or by the same words again. False when the last was not. */
async function write(talk: Talk, form: CommentForm, writer: string, hasKey: boolean): Promise<boolean> {
  for (let count = 0; !talk.isOver; count += 1) {
    const typed = { body: `Outage ${writer}-${count} of ${talk.run}`, name: `Wren ${writer}` }
    const key = randomUUID()
    const send = async () =>
      hasKey
        ? (await postByScript(form, typed, key)).status === 'published'
        : (await postForm(form, typed)).ok
    while (!(await send())) {
      talk.refused += 1
      if (performance.now() > talk.end) return false
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    talk.acknowledged.push(typed.body)
  }
  return true
}

/** Milliseconds until so many more comments are acknowledged. */
function more({ acknowledged }: Talk, count: number, ms: number, what: string): Promise<number> {
  const enough = acknowledged.length + count
  return until(what, async () => acknowledged.length >= enough, ms)
}

/** Resolves when a writer was told that it could not be saved: an outage nobody notices tries nothing. */
function refusal(talk: Talk): Promise<number> {
  const { refused } = talk
  return until('a writer is refused', async () => talk.refused > refused, 30_000)
}
