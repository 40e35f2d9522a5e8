import { randomInt } from 'node:crypto'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { isNotNull, sql } from 'drizzle-orm'
import { closeDb, openDb } from '../../db/client'
import { outbox, studioSessions } from '../../db/schema'
import { everyRow } from '../../db/testing/every-row'
import { inside } from '../../db/testing/inside'
import { hashToken, makeToken } from '../../lib/studio/token'
import { openForm, postForm } from './comment-form'
import { type Fault, statusOf, until } from './fault'
import { type Fuzzed, fuzz, type Kind } from './fuzz'
import { randomFrom } from './random'
import { type Site, withSite } from './site'

const AT_ONCE = 8
/** Whoever is not answered by then is not going to be. */
const PATIENCE = 30_000

/** What nobody caught, or Next's last resort did. */
const broken = /(?:unhandledRejection|uncaughtException|UnhandledPromise).*/g
/** Next hands a request on to the page that knows its action, and has no ear for the end of one whose sender leaves. */
const cutByNext = /^uncaughtException: +Error: aborted$/

/** An error that Next logs as not caught, when its uppermost frame is code of ours: Next leaves its own frames out. */
const thrownByUs = /⨯ [^\n]*\n(?:[^\n⨯]*\n)??\s+at [^\n]*\.next-e2e[/\\]server/g

/** trust.md R17: what nobody's form sends breaks nothing, stores nothing, and learns nothing. */
export const malformedRequests: Fault = {
  id: 'R17',
  promise:
    'malformed requests to the actions of site and studio, signed in or not, break nothing and write nothing',
  run: (long) =>
    withSite({}, async (site) => {
      const count = long ? 10_000 : 300
      const seed = Number(process.env.FUZZ_SEED ?? randomInt(1_000_000))
      const random = randomFrom(seed)
      const target = { actions: site.actions(), slug: site.slug, session: await signIn(site) }
      const form = await openForm(site.post)
      // Whatever is made by the first comment is made.
      const first = await postForm(form, { body: 'The first of all.', name: 'Ansel' })
      await waitForLetter(site)
      const server = site.appPid()
      const before = await readRows(site)

      const wrong: string[] = []
      const answers = new Map<string, number>()
      const refusedByNext = new Map<string, number>()
      async function sendAll(asked: Fuzzed[]) {
        for (const each of asked) {
          const answer = await send(site, each)
          const status = answer === null ? 'cut' : String(answer.status)
          answers.set(status, (answers.get(status) ?? 0) + 1)
          if (status === '500') refusedByNext.set(each.kind, (refusedByNext.get(each.kind) ?? 0) + 1)
          if (answer === null && !mayBeCut.includes(each.kind))
            wrong.push(`${each.kind} at ${each.path}: no answer`)
          if (answer && inside.test(answer.body))
            wrong.push(`${each.kind} at ${each.path}: ${answer.body.slice(0, 200)}`)
        }
      }
      const all = Array.from({ length: count }, () => fuzz(random, target))
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, lane) =>
          sendAll(all.filter((_, index) => index % AT_ONCE === lane)),
        ),
      )

      const after = await readRows(site)
      const health = await statusOf(`${site.url}/health`)
      const last = await postForm(form, { body: 'The last of all.', name: 'Ansel' })
      const uncaught = site.said().match(broken) ?? []
      const unhandled = uncaught.filter((each) => !cutByNext.test(each)).length
      const thrown = site.said().match(thrownByUs) ?? []
      if (thrown[0]) wrong.push(`${thrown.length} thrown by us: ${thrown[0]}`)
      const changed = Object.keys(after).filter((table) => after[table] !== before[table])
      if (changed.length > 0) wrong.push(`rows of ${changed.join(', ')} changed`)
      if (site.appPid() !== server || health !== 200) wrong.push('it did not live through it')
      if (!first.ok || !last.ok) wrong.push('an honest comment was not taken')
      if (unhandled > 0) wrong.push(`${unhandled} unhandled rejections`)
      return {
        held: wrong.length === 0 && all.length === count,
        figures: `${count} requests, seed ${seed}: ${list(answers)}; 500 by Next for ${list(refusedByNext)}; ${thrown.length} thrown by us, ${unhandled} unhandled (and ${uncaught.length - unhandled} senders who left a request that Next was handing on), ${changed.length} tables changed${wrong.length > 0 ? `; ${wrong.length} wrong: ${wrong.slice(0, 3).join('; ')}` : ''}`,
      }
    }),
}

/** Node or Next may end these connections before they have read what was sent. */
const mayBeCut: Kind[] = [
  'ten megabytes',
  'ten thousand fields',
  'headers out of all reason',
  'a sender who leaves',
]

function list(counts: Map<string, number>): string {
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} × ${count}`)
    .join(', ')
}

/** That somebody who is signed in was active is left out: it is noted before what they ask for is read. */
async function readRows(site: Site): Promise<Record<string, string>> {
  const db = openDb(site.target, { max: 1 })
  try {
    return await everyRow(db, 'active_at')
  } finally {
    await closeDb(db)
  }
}

/** The author's letter about the comment that was just posted is written afterwards, by a worker who notes that they are at it. */
async function waitForLetter(site: Site) {
  const db = openDb(site.target, { max: 1 })
  try {
    const sent = isNotNull(outbox.doneAt)
    const isAtIt = sql`${outbox.payload} ? 'holder'`
    await until(
      'the letter about the first comment, and the end of who wrote it',
      async () => (await db.$count(outbox, sent)) > 0 && (await db.$count(outbox, isAtIt)) === 0,
      PATIENCE,
    )
  } finally {
    await closeDb(db)
  }
}

async function signIn(site: Site): Promise<string> {
  const token = makeToken()
  const db = openDb(site.target, { max: 1 })
  await db
    .insert(studioSessions)
    .values({ id: crypto.randomUUID(), tokenHash: hashToken(token), device: 'Fuzz' })
  await closeDb(db)
  return token
}

/** On a connection of its own: what is wrong with one request must not be taken for the next. Null when it was cut. */
async function send(site: Site, { method, path, headers, body, cutAt }: Fuzzed) {
  const { port } = new URL(site.url)
  const answer = await new Promise<IncomingMessage | null>((resolve) => {
    const asked = request({
      host: '127.0.0.1',
      port,
      method,
      path,
      agent: false,
      timeout: PATIENCE,
      headers: { host: `localhost:${port}`, 'content-length': body.length, ...headers },
    })
    asked
      .on('response', resolve)
      .on('error', () => resolve(null))
      .on('timeout', () => asked.destroy())
    if (cutAt === undefined) asked.end(body)
    else asked.write(body.subarray(0, cutAt), () => asked.destroy())
  })
  if (!answer) return null
  return { status: answer.statusCode, body: await text(answer).catch(() => '') }
}
