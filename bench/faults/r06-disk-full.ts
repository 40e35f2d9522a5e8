import { randomUUID } from 'node:crypto'
import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { closeDb, openDb } from '../../db/client'
import { openForm, postByScript, postForm, readFields } from './comment-form'
import { countBodies } from './count-bodies'
import { type Fault, statusOf, until } from './fault'
import { type Site, talkedAbout, withSite } from './site'
import { openSmallDisk } from './small-disk'

const notSaved = 'Your text is safe, but it could not be saved.'
/** A file of Postgres's log of writes is as long as this: those must go on growing. */
const LOG_FILE = 16 * 2 ** 20
/** Holds the built-in database as it comes, 40 MB, and little else. */
const DISK = '80m'
/** What was still free takes a few comments; one that is refused ends it. */
const MOST = 200

const limited = 'Postgres under a limit of its files'
const onDisk = (kind: string) => `built-in database on a ${kind} disk`

type Full = { lines: string; wrong: string[]; skipped?: string }

/** trust.md R6: a full disk takes no comment that was acknowledged, and acknowledges none that it does not take. */
export const diskFull: Fault = {
  id: 'R6',
  promise:
    'with the disk of the database full, posting keeps the words and says so, reading goes on, and nothing acknowledged is lost',
  async run(long) {
    const found = [
      await whole(limited, withLimit()),
      await whole(onDisk('nearly full'), withSmallDisk('nearly full')),
      ...(long ? [await whole(onDisk('full'), withSmallDisk('full'))] : []),
    ]
    const wrong = found.flatMap((each) => each.wrong)
    return {
      held: wrong.length === 0,
      skipped: found.flatMap(({ skipped }) => skipped ?? []),
      figures: `${found.flatMap(({ lines }) => lines || []).join('; ')}${wrong.length > 0 ? `; WRONG: ${wrong.join('; ')}` : ''}`,
    }
  },
}

/** One that breaks off hides nothing of the others. */
function whole(name: string, part: Promise<Full>): Promise<Full> {
  return part.catch((error: unknown) => ({ lines: '', wrong: [`${name}: ${error}`] }))
}

/** A Postgres whose files may grow no further (`RLIMIT_FSIZE`): what a full disk is to it, on any machine with `prlimit`. */
function withLimit(): Promise<Full> {
  return withSite({ postgres: 'own' }, async (site) => {
    site.limitFiles(LOG_FILE)
    await fillTable(site)
    return tryFull(site, limited, () => site.limitFiles(null))
  })
}

/** The built-in database on a disk of its own, filled to its last byte or nearly: then it panics, and comes up again by itself. */
async function withSmallDisk(kind: 'full' | 'nearly full'): Promise<Full> {
  const name = onDisk(kind)
  const disk = await openSmallDisk(DISK)
  if ('refused' in disk) return { lines: '', wrong: [], skipped: `${name}: ${disk.refused}` }
  try {
    return await withSite({ postgres: 'embedded', folder: disk.folder }, async (site) => {
      const ballast = join(disk.folder, 'ballast')
      await postForm(await openForm(site.post), { body: 'The first of all.', name: 'Ansel' })
      fill(ballast)
      if (kind === 'nearly full') await endLog(site, ballast)
      const found = await tryFull(site, name, () => rmSync(ballast))
      // One that only refused would have tried less.
      const isBack = site.said().includes('The built-in database is there again.')
      if (kind === 'nearly full' && !isBack) found.wrong.push(`${name}: it was not started again`)
      return found
    })
  } finally {
    await disk.stop()
  }
}

/** A few megabytes, and a log of writes that needs its next file now: such a database panics, and is started again by the site. */
async function endLog(site: Site, ballast: string) {
  truncateSync(ballast, statSync(ballast).size - LOG_FILE / 4)
  const db = openDb(site.target, { max: 1 })
  try {
    await db.execute(sql`select pg_switch_wal()`)
  } finally {
    await closeDb(db)
  }
}

function fill(file: string) {
  for (const size of [2 ** 20, 2 ** 12, 1]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
    } catch {
      // So much does not fit any more.
    }
  }
}

/** Removed comments of nobody, until the file of the table is as long as it may be. */
async function fillTable(site: Site) {
  const db = openDb(site.target, { max: 1, timeout: 0 })
  const rows = (count: number) => sql`
    insert into comments (id, post_id, root_id, status, body, name, swatch)
    select id, 'nobody', id, 'removed', md5(id::text) || repeat('x', 1850), 'x', 'x'
    from (select gen_random_uuid() as id from generate_series(1, ${count}::int)) as made`
  try {
    for (const count of [2_000, 200, 20, 1]) {
      try {
        for (;;) await db.execute(rows(count))
      } catch {
        // So many do not fit any more.
      }
    }
  } finally {
    await closeDb(db)
  }
}

async function tryFull(site: Site, name: string, makeRoom: () => void): Promise<Full> {
  const run = randomUUID()
  const wrong: string[] = []
  const acknowledged: string[] = []
  const form = await openForm(site.post)
  // Too long for what is left of a page of the table, too short to be sent back apart from the answer it is in.
  const words = (what: string) =>
    `${what} of ${run} ${Array.from({ length: 16 }, () => randomUUID()).join(' ')}`
  async function post(what: string) {
    const typed = { body: words(what), name: 'Ansel', email: '', website: 'https://ansel.example' }
    const posted = await postForm(form, typed)
    if (posted.ok) acknowledged.push(typed.body)
    return { typed, posted }
  }
  let last = await post('Full 0')
  for (let count = 1; last.posted.ok && count < MOST; count += 1) last = await post(`Full ${count}`)
  const whileFull = acknowledged.length
  if (last.posted.ok || last.posted.status !== 200 || !last.posted.html.includes(notSaved))
    wrong.push(`${name}: a plain post was not told`)
  const fields = readFields(last.posted.ok ? '' : last.posted.html)
  const kept = Object.entries(last.typed).filter(([field, text]) => fields.get(field) === text).length
  if (kept < 4) wrong.push(`${name}: ${kept} of 4 fields kept`)
  const scripted = { body: words('By script'), name: 'Ansel' }
  const key = randomUUID()
  const told = await postByScript(form, scripted, key)
  if (told.status !== 'failed' || !told.message?.includes(notSaved))
    wrong.push(`${name}: a post by script was told ${told.status}`)
  const unread = await listUnread(site, acknowledged)
  wrong.push(...unread.map((path) => `${name}: ${path} could not be read`))

  makeRoom()
  await until('the database is used', async () => (await statusOf(`${site.url}/health`)) === 200, 30_000)
  const again = await postByScript(form, scripted, key)
  if (again.status === 'published') acknowledged.push(scripted.body)
  else wrong.push(`${name}: the same again was not taken when there was room (${again.message})`)
  await post('After')
  const stored = await compareStored(site, run, acknowledged)
  const later = site.target.driver === 'embedded' ? await compareAfterKill(site, run, acknowledged) : stored
  if (stored.lost + later.lost > 0)
    wrong.push(`${name}: ${stored.lost} lost or doubled, ${later.lost} after a restart`)
  if (stored.refused + later.refused > 0)
    wrong.push(`${name}: ${stored.refused} refused and stored, ${later.refused} after a restart`)
  return {
    lines: `${name}: ${whileFull} taken by what was left, then refused by form and script with ${kept} of 4 fields kept, ${unread.length} pages unread, ${acknowledged.length} acknowledged, ${stored.lost} lost or doubled, ${later.lost} after a kill and a restart, ${later.refused} refused and stored`,
    wrong,
  }
}

/** Addresses that do not answer as before, or lack what was acknowledged. */
async function listUnread(site: Site, acknowledged: string[]): Promise<string[]> {
  const unread: string[] = []
  for (const path of ['/', '/archive', '/feed.xml', ...talkedAbout.map((slug) => `/posts/${slug}`)]) {
    const answer = await fetch(site.url + path)
    const html = await answer.text()
    const isWhole =
      !path.endsWith(site.slug) || acknowledged.slice(0, 40).every((body) => html.includes(body))
    if (answer.status !== 200 || !isWhole) unread.push(path)
  }
  return unread
}

/** What is amiss with the texts of a run: one that was lost must not hide one that nobody was told of. */
type Stored = {
  /** Acknowledged, and stored never or more than once. */
  lost: number
  /** Stored, and never acknowledged. */
  refused: number
}

async function compareStored(site: Site, run: string, acknowledged: string[]): Promise<Stored> {
  const rows = await countBodies(site, `% of ${run} %`)
  return {
    lost: acknowledged.filter((body) => rows.get(body) !== 1).length,
    refused: [...rows.keys()].filter((body) => !acknowledged.includes(body)).length,
  }
}

async function compareAfterKill(site: Site, run: string, acknowledged: string[]): Promise<Stored> {
  await site.killPart('database')
  await site.startAgain()
  return compareStored(site, run, acknowledged)
}
