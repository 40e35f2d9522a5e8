import { describeError } from '../../db/describe-error'
import { ensureEmbedded } from '../../db/embedded/ensure-embedded'
import { listByPrefix } from '../../db/find-comments'
import { countInbox, listInbox } from '../../db/inbox'
import { migrate } from '../../db/migrate'
import { moderate, type Outcome, takeBack } from '../../jobs/moderate'
import { matchShortIds, readShortIds, shortIdOf } from '../../lib/comments/short-id'
import { env } from '../../lib/env'
import { readCatalogue } from '../../lib/posts/stored-catalogue'
import type { InboxPlace } from '../../lib/studio/inbox-query'
import { askToRemake } from '../run/ask-to-remake'
import { findDoor } from '../run/door'
import type { Run } from '../run/run'
import { help, readArguments, type Wish } from './arguments'
import { formatCase } from './format-case'
import { tameLine } from './tame-line'

/**
 * The author's decisions about comments, by the arguments of the command, told on the console. What is refused sets
 * `process.exitCode`. Throws an `Error` with words for the author when it understands nothing or has no database.
 */
export async function moderateHere(args: string[], run: Pick<Run, 'signal' | 'onEnd'>): Promise<void> {
  const wish = readArguments(args)
  if (wish.kind === 'help') return console.log(help)
  await openDatabase(run)
  if (wish.kind === 'list') return list(wish)
  const outcome = wish.kind === 'undo' ? await takeBack(wish.ids) : await moderate(wish.verb, wish.ids)
  await tell(run, outcome)
}

async function openDatabase(run: Pick<Run, 'onEnd'>) {
  try {
    run.onEnd(await ensureEmbedded())
    await migrate()
  } catch (error) {
    const where = env.POSTGRES_URL ? 'Is POSTGRES_URL right, and does that server run?' : ''
    throw new Error(`The database could not be reached: ${describeError(error)}. ${where}`.trim())
  }
}

const perPage = 20

const empty: Record<InboxPlace, string> = {
  held: 'Nothing waiting. Go and write.',
  published: 'Nothing is published yet.',
  spam: 'No spam.',
  removed: 'The bin is empty.',
  answered: 'Nothing is answered by letter, or read.',
}

async function list({ status, search, after }: Extract<Wish, { kind: 'list' }>) {
  const page = await listInbox({ status, search, after: await findCursor(after), limit: perPage })
  const counts = await countInbox()
  const titles = await readTitles()
  for (const comment of page.cases) {
    console.log(`${formatCase(comment, titles.get(comment.postId) ?? comment.postId)}\n`)
  }
  if (page.cases.length === 0) console.log(search === '' ? empty[status] : `Nothing with “${search}” here.`)
  // As in the studio, where few ever need the last of them.
  const answered = counts.answered > 0 ? ` · Read ${counts.answered}` : ''
  console.log(
    `Waiting ${counts.held} · Published ${counts.published} · Spam ${counts.spam} · Bin ${counts.removed}${answered}`,
  )
  if (page.next) {
    const same = [
      status === 'held' ? '' : ` --status ${status}`,
      search === '' ? '' : ` --search '${search}'`,
    ]
    console.log(`More: npm run moderate --${same.join('')} --after ${shortIdOf(page.next.id)}`)
  }
  if (page.cases.length > 0)
    console.log('Decide: npm run moderate -- approve ID (or read, hold, spam, bin; --help)')
}

async function findCursor(after: string | null) {
  if (after === null) return null
  const { prefixes, wrong } = readShortIds([after])
  const matched = matchShortIds(prefixes, await listByPrefix(prefixes))
  const [comment] = matched.found
  if (!comment) throw new Error([...wrong, ...matched.wrong].join(' '))
  return { at: comment.createdAt, id: comment.id }
}

/** By id, as the last build knew them; before the first there are none, and the id will do. */
async function readTitles(): Promise<Map<string, string>> {
  const { posts } = await readCatalogue().catch(() => ({ posts: [] }))
  return new Map(posts.map(({ id, title }) => [id, title]))
}

async function tell(run: Pick<Run, 'signal'>, { said, refused, posts }: Outcome) {
  for (const line of said) console.log(tameLine(line))
  for (const line of refused) console.error(tameLine(line))
  if (refused.length > 0) process.exitCode = 1
  if (posts.length === 0) return
  const door = findDoor(env.DATA_DIR)
  if (door) await askToRemake({ ...door, signal: run.signal }, { talkedAbout: posts })
  else console.log('Readers see it at the next start; where the site runs elsewhere, within a minute.')
}
