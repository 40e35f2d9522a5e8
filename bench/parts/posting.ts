import { randomUUID } from 'node:crypto'
import { type CommentForm, openForm, postForm } from '../faults/comment-form'
import type { Figure } from '../measure/figure'
import { load } from '../measure/load'
import type { Session } from '../measure/session'

const alone = 100
const crowd = 16
/** Comments of each writer: before anything is measured, and in a round. */
const warming = 100
const each = 25
const rounds = 5

/** Writing comments: one after the other and 16 at once, on a real Postgres and the embedded one; when others see it; reading meanwhile. */
export async function posting(session: Session): Promise<Figure[]> {
  const figures = await readingMeanwhile(session)
  await session.blog.stop()
  for (const database of ['pg', 'embedded'] as const) {
    const site = await session.serveEmpty(database)
    figures.push(...(await postingOn(site.url, database, database === 'pg' ? session.floor.write : null)))
    await site.stop()
  }
  return figures
}

/** `bare` is the address of the bare app's form, where it writes to the same kind of database. */
async function postingOn(url: string, database: 'pg' | 'embedded', bare: string | null): Promise<Figure[]> {
  const where = database === 'pg' ? 'a real Postgres' : 'the embedded database'
  const begunFirst = performance.now()
  const form = await openForm(`${url}/posts/post-00010`)
  const first = performance.now() - begunFirst
  const bareForm = bare === null ? null : await openForm(bare)
  const bareForms = bareForm && Array.from({ length: crowd }, () => bareForm)
  const forms = await listForms(url, 20)
  // What is asked often is compiled while it is asked, as when pages are read: neither is measured meanwhile.
  await postTogether(await listForms(url, 40), warming)
  if (bareForms) await postTogether(bareForms, warming)
  const times: number[] = []
  const bareTimes: number[] = []
  for (let count = 0; count < alone; count += 1) {
    times.push(await timeOfPost(form))
    if (bareForm) bareTimes.push(await timeOfPost(bareForm))
  }

  const perSecond: number[] = []
  const barePerSecond: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    perSecond.push(await postTogether(forms, each))
    if (bareForms) barePerSecond.push(await postTogether(bareForms, each))
  }
  const floor = (values: number[]) =>
    bareForm && { floor: { what: 'a bare action that writes one row', values } }

  const seen: number[] = []
  for (let count = 0; count < 10; count += 1) seen.push(await timeUntilSeen(await openForm(form.url)))
  return [
    { what: `first request after start, on ${where}`, unit: 'ms', ours: [first] },
    {
      what: `posting on ${where}, one after the other, p50`,
      unit: 'ms',
      ours: times,
      ...floor(bareTimes),
      ...(bareForm && { budget: { of: 'ratio', most: 2 } }),
    },
    {
      what: `posting on ${where}, ${crowd} at once`,
      unit: 'comments/s',
      ours: perSecond,
      ...floor(barePerSecond),
      ...(bareForm && { budget: { of: 'ratio', least: 0.5 } }),
    },
    { what: `on ${where}, from the answer until everyone sees it`, unit: 'ms', ours: seen },
  ]
}

/** The forms of as many posts as there are writers, from this one on. */
function listForms(url: string, from: number): Promise<CommentForm[]> {
  return Promise.all(
    Array.from({ length: crowd }, (_, writer) => openForm(`${url}/posts/post-000${from + writer}`)),
  )
}

/** Comments a second, when the writers at these forms post side by side, each `count` one after the other. */
async function postTogether(forms: CommentForm[], count: number): Promise<number> {
  const begun = performance.now()
  await Promise.all(
    forms.map(async (form) => {
      for (let posted = 0; posted < count; posted += 1) await timeOfPost(form)
    }),
  )
  return (forms.length * count) / ((performance.now() - begun) / 1000)
}

async function timeOfPost(form: CommentForm): Promise<number> {
  const begun = performance.now()
  const posted = await postForm(form, { body: `Some words. ${randomUUID()}`, name: 'Wren' })
  if (!posted.ok) throw new Error(`A comment was answered with ${posted.status}.`)
  return performance.now() - begun
}

async function timeUntilSeen(form: CommentForm): Promise<number> {
  const body = randomUUID()
  const posted = await postForm(form, { body, name: 'Wren' })
  if (!posted.ok) throw new Error(`A comment was answered with ${posted.status}.`)
  const page = new URL(posted.location, form.url).href
  const begun = performance.now()
  while (performance.now() - begun < 5_000) {
    if ((await (await fetch(page)).text()).includes(body)) return performance.now() - begun
  }
  throw new Error('A comment was not seen for five seconds.')
}

/** 32 readers while 10 comments a second arrive on their post, beside 32 who are alone. */
async function readingMeanwhile({ blog }: Session): Promise<Figure[]> {
  const post = `${blog.url}/posts/post-00005`
  const form = await openForm(post)
  const quiet: number[] = []
  const busy: number[] = []
  for (let round = 0; round < 3; round += 1) {
    quiet.push((await load(post, 32, 3)).perSecond)
    const posts: Promise<number>[] = []
    const timer = setInterval(() => posts.push(timeOfPost(form)), 100)
    busy.push((await load(post, 32, 3)).perSecond)
    clearInterval(timer)
    await Promise.all(posts)
  }
  return [
    {
      what: 'a post, 32 at once, while 10 comments a second arrive',
      unit: 'requests/s',
      ours: busy,
      floor: { what: 'the same without', values: quiet },
    },
  ]
}
