import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addLetter } from './add-letter'
import { listPage } from './comments'
import { decideComments } from './decide-comments'
import { editComment } from './edit-comment'
import { eraseGuest, erasePerson } from './erase-person'
import { exportGuest, exportPerson, type PersonExport } from './export-person'
import { countInbox } from './inbox'
import { insertLetterKey } from './letter-keys'
import { findPerson, setStanding } from './people'
import { purgeOld } from './purge-old'
import { bucketOfEdits, bucketsOfAddress, countAgainst } from './rate-limits'
import { commentContacts, comments, decisions, follows, guests } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { everyRow } from './testing/every-row'
import { undoDecisions } from './undo-decisions'

const tables = [
  'comments',
  'comment_contacts',
  'conversations',
  'decisions',
  'people',
  'rate_limits',
  'outbox',
]

describe.each(drivers)('forgetting over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const insert = (given: Parameters<typeof addComment>[1]) => addComment(database.db, given)
  async function rowOf(id: string) {
    const [row] = await database.db.select().from(comments).where(eq(comments.id, id))
    return row
  }
  /** All rows of all tables, as text. */
  async function dump(): Promise<string> {
    const parts = []
    for (const table of tables) {
      const { rows } = (await database.db.execute(
        sql`select query_to_xml(${`select * from ${table}`}, true, false, '')::text as xml`,
      )) as { rows: { xml: string }[] }
      parts.push(rows[0]?.xml)
    }
    return parts.join('\n')
  }
  /** Somebody of whom everything says `mark`, with a reply of another person to their first comment. */
  async function insertPerson(mark: string, postId: string) {
    const given = {
      postId,
      name: `${mark} name`,
      email: `${mark}@example.org`,
      emailHash: `${mark} e-mail hash`,
      addressHash: `${mark} address hash`,
      website: `https://${mark}.example/`,
      swatch: `${mark} swatch`,
    }
    const published = await insert({ ...given, body: `${mark} text` })
    await insert({ postId, parentNumber: 1, body: 'An answer.' })
    const held = await insert({ ...given, body: `${mark} held text`, status: 'held' })
    for (const id of [published, held]) {
      await database.db
        .update(comments)
        .set({ latestPost: { blog: mark, title: mark, url: `https://${mark}.example/` } })
        .where(eq(comments.id, id))
      await database.db
        .update(commentContacts)
        .set({ writerHash: `${mark} writer hash` })
        .where(eq(commentContacts.commentId, id))
    }
    const edited = await editComment(published, 'Said otherwise.', null, database.db)
    await setStanding(`${mark} e-mail hash`, 'trusted', database.db)
    await countAgainst(`address ${mark} address hash`, { count: 5, minutes: 10 }, database.db)
    return { key: `${mark} e-mail hash`, published, held, edited }
  }

  test('with the text removed, nothing is left of a person but the places of what was answered', async () => {
    const { key, published, held, edited } = await insertPerson('canaryone', 'erase all')
    const before = await dump()
    for (const where of [
      'name',
      '@example',
      'e-mail hash',
      'address hash',
      'writer hash',
      'swatch',
      'text',
      'held',
    ]) {
      expect(before).toMatch(new RegExp(`canaryone ?${where}`))
    }
    expect(await erasePerson(key, 'removed', database.db)).toEqual({ posts: ['erase all'], fault: null })
    expect(await dump()).not.toMatch(/canaryone|Said otherwise/)
    expect(await rowOf(held)).toBeUndefined()
    expect(await rowOf(published)).toMatchObject({ number: 1, status: 'removed', body: '' })
    const page = await listPage('erase all', 1, database.db)
    expect(page?.comments.map(({ number, removed }) => [number, removed])).toEqual([
      [1, true],
      [2, false],
    ])
    expect(await erasePerson(key, 'removed', database.db)).toEqual({ posts: [], fault: null })
    expect(await findPerson(key, database.db)).toBeNull()
    expect(await undoDecisions(edited.decisions, database.db)).toMatchObject({ changed: [] })
    expect(await decideComments([published], 'publish', database.db)).toMatchObject({
      refused: [{ id: published, why: 'gone' }],
    })
  })

  test('with the text kept, it stands under a name that is nobody’s', async () => {
    const { key, published, held } = await insertPerson('canarytwo', 'erase some')
    expect(await erasePerson(key, 'kept', database.db)).toEqual({ posts: ['erase some'], fault: null })
    expect(await rowOf(published)).toMatchObject({
      name: 'Someone',
      body: 'Said otherwise.',
      status: 'published',
    })
    expect(await rowOf(held)).toMatchObject({ name: 'Someone', body: 'canarytwo held text', status: 'held' })
    expect((await dump()).replaceAll('canarytwo held text', '')).not.toContain('canarytwo')
    expect(await erasePerson(key, 'kept', database.db)).toEqual({ posts: [], fault: null })
  })

  test('what is left when the database fails on the way has a name in the log, and goes the next time', async () => {
    const { key } = await insertPerson('canaryhalf', 'erase half')
    await insert({ postId: 'erase the rest', emailHash: key, body: 'canaryhalf, again.' })
    await database.db.execute(
      sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'no room'; end $$`,
    )
    await database.db.execute(
      sql`create trigger refuse before update on comments for each row when (old.post_id = 'erase half') execute function refuse()`,
    )
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { posts, fault } = await erasePerson(key, 'kept', database.db)
    await database.db.execute(sql`drop function refuse cascade`)
    expect(posts).toEqual(['erase the rest'])
    expect(log.mock.calls).toEqual([[`Comments on erase half were left as they are: P0001 (${fault})`]])
    log.mockRestore()
    expect(await findPerson(key, database.db)).not.toBeNull()
    expect(await erasePerson(key, 'kept', database.db)).toEqual({ posts: ['erase half'], fault: null })
    expect(await findPerson(key, database.db)).toBeNull()
  })

  /** As a guest who asked for letters: all of it by the hash of the address. */
  async function followAs(key: string, mark: string, postId: string, commentId: string) {
    const { db } = database
    await db
      .insert(guests)
      .values({ key, email: `${mark}@example.org`, confirmedAt: new Date(), listedAt: new Date() })
    const followId = randomUUID()
    await db.insert(follows).values({ id: followId, guestKey: key, postId, commentId })
    await insertLetterKey(`${mark} letter`, { purpose: 'own', guestKey: key }, db)
    await insertLetterKey(`${mark} visit`, { purpose: 'visit', guestKey: key }, db)
    await insertLetterKey(`${mark} stop`, { purpose: 'stop', followId }, db)
    await addLetter(db, { letter: 'own', guest: key }, { key: null })
    await addLetter(db, { letter: 'published', comment: commentId, guest: key }, { key: `${mark} job` })
    const limit = { count: 5, minutes: 10 }
    for (const bucket of [
      bucketOfEdits(commentId),
      ...Object.values(bucketsOfAddress(`${mark} address hash`)),
    ])
      await countAgainst(bucket, limit, db)
  }

  for (const text of ['kept', 'removed'] as const) {
    test(`a guest who erases themselves, text ${text}, is in no row of any table`, async () => {
      const mark = `canaryguest${text}`
      const { key, published } = await insertPerson(mark, `erase me ${text}`)
      await followAs(key, mark, `erase me ${text}`, published)
      const byAuthor = await insert({
        postId: 'by author',
        emailHash: key,
        byAuthor: true,
        body: 'The author.',
      })
      const rows = async () => JSON.stringify(await everyRow(database.db))
      for (const word of ['visit', 'letter', 'stop', 'job']) expect(await rows()).toContain(`${mark} ${word}`)
      expect(await eraseGuest(key, text, database.db)).toEqual({
        posts: [`erase me ${text}`],
        fault: null,
      })
      // The author gave the same address, and keeps their own.
      const [contact] = await database.db
        .delete(commentContacts)
        .where(eq(commentContacts.commentId, byAuthor))
        .returning()
      expect(contact?.emailHash).toBe(key)
      expect(await rowOf(byAuthor)).toMatchObject({ body: 'The author.', name: 'Nell' })
      const kept = `${mark} held text`
      expect((await rows()).includes(kept)).toBe(text === 'kept')
      expect((await rows()).replaceAll(kept, '')).not.toContain(mark)
      expect(await rows()).not.toContain(`edits of ${published}`)
      expect(await eraseGuest(key, text, database.db)).toEqual({ posts: [], fault: null })
    })
  }

  test('an export holds all that is stored of a person, and nothing of others', async () => {
    const { key, published, held } = await insertPerson('canarythree', 'export')
    const exported = await exportPerson(key, database.db)
    expect(JSON.parse(JSON.stringify(exported))).toMatchObject({
      key,
      standing: { standing: 'trusted' },
      comments: [
        {
          id: published,
          body: 'Said otherwise.',
          website: 'https://canarythree.example/',
          contact: {
            email: 'canarythree@example.org',
            addressHash: 'canarythree address hash',
            writerHash: 'canarythree writer hash',
          },
          decisions: [{ verb: 'edit', before: { body: 'canarythree text' } }],
        },
        { id: held, status: 'held', decisions: [] },
      ],
    })
    expect(JSON.stringify(exported)).not.toContain('An answer.')
    expect(await exportPerson('nobody', database.db)).toEqual({
      key: 'nobody',
      standing: null,
      guest: null,
      comments: [],
    })
  })

  test('an export for a guest holds nothing that the author wrote with the same address', async () => {
    const { key, published, held } = await insertPerson('canaryfour', 'export of a guest')
    const author = { email: 'canaryfour@example.org', emailHash: key, byAuthor: true }
    const byAuthor = await insert({ ...author, postId: 'export of a guest' })
    const idsOf = ({ comments }: PersonExport) => comments.map(({ id }) => id)
    expect(idsOf(await exportGuest(key, database.db))).toEqual([published, held])
    expect(idsOf(await exportPerson(key, database.db))).toEqual([published, held, byAuthor])
  })

  test('the bin keeps a comment for thirty days, and then only its place, if it had one', async () => {
    const names = ['old', 'old, never seen', 'new', 'old, taken out'] as const
    const ids: string[] = []
    for (const name of names) {
      ids.push(
        await insert({
          postId: 'bin',
          name,
          email: 'o@example.org',
          status: name.includes('never') ? 'held' : 'published',
        }),
      )
    }
    await insert({ postId: 'bin', parentNumber: 1 })
    await decideComments(ids, 'remove', database.db)
    for (const [index, days] of [31, 31, 29, 31].entries()) {
      const removedAt = new Date(Date.now() - days * 86_400_000)
      await database.db
        .update(comments)
        .set({ removedAt })
        .where(eq(comments.id, ids[index] ?? ''))
    }
    await decideComments(ids.slice(3), 'hold', database.db)
    expect(await purgeOld(database.db)).toBe(2)
    expect(await purgeOld(database.db)).toBe(0)
    const rows = await Promise.all(ids.map(rowOf))
    expect(rows.map((row) => row && [row.name, row.number])).toEqual([
      ['Someone', 1],
      undefined,
      ['new', 2],
      ['old, taken out', 3],
    ])
    expect((await countInbox(database.db)).removed).toBe(1)
    const [contact] = await database.db
      .select()
      .from(commentContacts)
      .where(eq(commentContacts.commentId, ids[0] ?? ''))
    expect(contact).toBeUndefined()
    const notes = await database.db
      .select()
      .from(decisions)
      .where(eq(decisions.commentId, ids[0] ?? ''))
    expect(notes).toMatchObject([{ verb: 'remove', before: null }])
  })
})
