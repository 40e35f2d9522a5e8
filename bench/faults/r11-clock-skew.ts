import { randomUUID } from 'node:crypto'
import { eq, like, sql } from 'drizzle-orm'
import { z } from 'zod'
import { closeDb, type Db, openDb } from '../../db/client'
import { comments, guests, letterKeys, studioSessions } from '../../db/schema'
import { keepBlog } from '../../db/testing/latest-posts'
import { hashToken, makeToken } from '../../lib/studio/token'
import { type CommentForm, openForm } from './comment-form'
import { type Fault, statusOf } from './fault'
import { type Site, withSite } from './site'

const HOUR = 3_600_000
/** By how much the two clocks may differ from what they are set to: the time between two answers. */
const SLACK = 60_000
/** A comment may be changed for so many seconds. */
const EDITABLE = 15 * 60

/** trust.md R11: two instances whose clocks are two hours apart are one blog, by the clock of its database. */
export const clockSkew: Fault = {
  id: 'R11',
  promise:
    'instances an hour early and an hour late keep one order, refuse no honest post, and agree on what may be edited and who is signed in',
  run: (long) =>
    withSite({ clock: HOUR }, (early) =>
      withSite({ clock: -HOUR, beside: early }, async (late) => {
        const db = openDb(early.target, { max: 1 })
        try {
          return await compare([early, late], db, long ? 40 : 8)
        } finally {
          await closeDb(db)
        }
      }),
    ),
}

async function compare(sites: Site[], db: Db, count: number) {
  const run = randomUUID()
  const posted: string[] = []
  const wrong: string[] = []
  for (let index = 0; index < count; index += 1) {
    const site = sites[index % sites.length]
    if (!site) continue
    // Every other pair answers the first, so that there is a thread which both have written in.
    const form = await openForm(index % 4 < 2 ? site.post : `${site.post}/reply/1`)
    const body = `Clock ${index} of ${run}.`
    if (await post(form, body)) posted.push(body)
    else wrong.push(`comment ${index} was refused`)
  }
  const rows = await db
    .select({ number: comments.number, body: comments.body, at: comments.createdAt })
    .from(comments)
    .where(like(comments.body, `% of ${run}.`))
    .orderBy(comments.createdAt, comments.id)
  if (rows.map(({ body }) => body).join() !== posted.join())
    wrong.push('the order of the rows is not that of posting')
  if (rows.some(({ number }, index) => number !== index + 1)) wrong.push('numbers and times disagree')
  const orders = await Promise.all(sites.map((site) => ordersOn(site, run)))
  if (new Set(orders.map((each) => JSON.stringify(each))).size !== 1)
    wrong.push('the two show different orders')
  if (orders[0]?.some((order) => order.length === 0)) wrong.push('a page shows none of them')

  // Without this, two right clocks would pass all of this.
  const [early = Number.NaN, behind = Number.NaN] = await Promise.all(sites.map((site) => clockOf(site, run)))
  const apart = early - behind
  if (!(Math.abs(apart - 2 * HOUR) < SLACK)) wrong.push(`the clocks are ${apart / HOUR} h apart`)

  const { cookie, id } = await writeOwn(sites[0], run)
  const left = await Promise.all(sites.map((site) => secondsLeft(site, cookie, id)))
  if (left.some((seconds) => seconds === null || seconds > EDITABLE || seconds < EDITABLE - 60))
    wrong.push(`editable for ${left.join(' and ')} s`)
  await db
    .update(comments)
    .set({ createdAt: sql`now() - make_interval(secs => ${EDITABLE + 1})` })
    .where(eq(comments.id, id))
  const late = await Promise.all(sites.map((site) => secondsLeft(site, cookie, id)))
  if (late.some((seconds) => seconds !== null)) wrong.push('editable when its time was over')

  const choices = await takeEachOthersChoices(sites, db, run)
  if (choices.join() !== 'taken,taken')
    wrong.push(`what one offered was ${choices.join(' and ')} by the other`)
  const letters = await readLetters(sites, db)
  if (letters.join() !== 'open,open,over,over') wrong.push(`addresses of letters were ${letters.join()}`)

  const token = makeToken()
  await db.insert(studioSessions).values({ id: randomUUID(), tokenHash: hashToken(token), device: 'Clock' })
  const signedIn = await Promise.all(sites.map((site) => visitDesk(site, token)))
  await db.update(studioSessions).set({ activeAt: sql`now() - make_interval(days => 30, secs => 1)` })
  const signedOut = await Promise.all(sites.map((site) => visitDesk(site, token)))
  if (signedIn.join() !== '200,200' || signedOut.join() !== '307,307')
    wrong.push(
      `the desk answered ${signedIn.join()} to a session and ${signedOut.join()} to one that is over`,
    )
  return {
    held: wrong.length === 0 && posted.length === count,
    figures: `clocks ${(apart / HOUR).toFixed(2)} h apart: ${posted.length} of ${count} honest posts taken, ${orders[0]?.length ?? 0} views of ${rows.length} comments in one order, editable for ${left.join(' and ')} s, latest posts that the other offered ${choices.join(' and ')}, addresses of letters ${letters.join(', ')}, sessions agreed on${wrong.length > 0 ? `; WRONG: ${wrong.join('; ')}` : ''}`,
  }
}

async function post(form: CommentForm, body: string): Promise<boolean> {
  return (await send(form, body)).status === 303
}

/** With a time on the form, as its script measures it. */
async function send(form: CommentForm, body: string, more: Record<string, string> = {}): Promise<Response> {
  const data = new FormData()
  const typed = { body, name: 'Wren', email: '', website: '', elapsed: '20000', intent: 'post', ...more }
  for (const [name, value] of [...form.hidden, ...Object.entries(typed)]) data.append(name, value)
  const { origin } = new URL(form.url)
  const answer = await fetch(form.url, {
    method: 'POST',
    body: data,
    headers: { origin },
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  return answer
}

/** What a site's own process takes for the time, by when the cookie that it gives a writer is to end. */
async function clockOf(site: Site, run: string): Promise<number> {
  const answer = await send(await openForm(site.post), `${site.url} tells the time, ${run}`)
  const [, expires, maxAge] =
    /; Expires=([^;]+); Max-Age=(\d+)/i.exec(answer.headers.getSetCookie().join('\n')) ?? []
  return Date.parse(expires ?? '') - Number(maxAge) * 1_000
}

/** The numbers in each view that is made anew for whoever asks, as they come. */
async function ordersOn(site: Site, run: string): Promise<number[][]> {
  const views = ['newest/1', 'thread/1/1']
  return Promise.all(
    views.map(async (view) => {
      const html = await (await fetch(`${site.post}/comments/${view}`)).text()
      if (!html.includes(run)) return []
      return [...html.matchAll(/<article[^>]*\bid="c-(\d+)"/g)].map(([, number]) => Number(number))
    }),
  )
}

/** A comment, and the cookie of the browser that wrote it. */
async function writeOwn(site: Site | undefined, run: string): Promise<{ cookie: string; id: string }> {
  if (!site) throw new Error('There is no site.')
  const answer = await send(await openForm(site.post), `One's own of ${run}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .join('; ')
  const [mine] = (await listMine(site, cookie)).slice(-1)
  if (!mine) throw new Error('A comment of this browser is not its own.')
  return { cookie, id: mine.id }
}

const mine = z.object({
  comments: z.array(z.object({ id: z.string(), secondsLeft: z.number() })),
})

async function listMine(site: Site, cookie: string) {
  const answer = await fetch(`${site.post}/mine`, { headers: { cookie } })
  return mine.parse(await answer.json()).comments
}

/** Null when it may not be changed any more. */
async function secondsLeft(site: Site, cookie: string, id: string): Promise<number | null> {
  return (await listMine(site, cookie)).find((each) => each.id === id)?.secondsLeft ?? null
}

/** A post of a writer's blog that one instance offers, chosen on the other: it is not the newest, which anybody would have found. */
async function takeEachOthersChoices(sites: Site[], db: Db, run: string): Promise<string[]> {
  const offer = z.object({ posts: z.array(z.object({ choice: z.string() })) })
  const fates: string[] = []
  for (const [index, from] of sites.entries()) {
    const [to] = sites.filter((site) => site !== from)
    const website = `https://blog${index}-${run}.example/`
    const posts = ['new', 'old'].map((title) => ({ title, url: website + title }))
    await keepBlog(db, website, { name: 'A blog', posts })
    const answer = await fetch(`${from.url}/latest-posts`, {
      method: 'POST',
      headers: { origin: 'http://localhost', 'content-type': 'application/json' },
      body: JSON.stringify({ website }),
    })
    const [, old] = offer.parse(await answer.json()).posts
    const body = `A choice ${index} of ${run}`
    const form = await openForm(to?.post ?? '')
    await send(form, body, { website, addLatest: 'on', latestChoice: old?.choice ?? '' })
    const [row] = await db
      .select({ latestPost: comments.latestPost })
      .from(comments)
      .where(eq(comments.body, body))
    fates.push(row?.latestPost?.title === 'old' ? 'taken' : 'refused')
  }
  return fates
}

/** The address of a letter with ten minutes to go, and then when its time is over, on each instance. */
async function readLetters(sites: Site[], db: Db): Promise<string[]> {
  const token = makeToken()
  const key = `guest ${token}`
  await db.insert(guests).values({ key, email: 'clock@example.com' })
  const expiresAt = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`
  await db
    .insert(letterKeys)
    .values({ hash: hashToken(token), purpose: 'confirm', guestKey: key, expiresAt: expiresAt(600) })
  const look = (site: Site) =>
    fetch(`${site.url}/letters/confirm/${token}`)
      .then((answer) => answer.text())
      .then((html) => (html.includes('This link is used up') ? 'over' : 'open'))
  const before = await Promise.all(sites.map(look))
  await db
    .update(letterKeys)
    .set({ expiresAt: expiresAt(-1) })
    .where(eq(letterKeys.guestKey, key))
  return [...before, ...(await Promise.all(sites.map(look)))]
}

function visitDesk(site: Site, token: string): Promise<number> {
  const headers = { cookie: `studio=${token}` }
  return statusOf(`${site.url}/studio`, { headers, redirect: 'manual' })
}
