import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { addLetter } from '../db/add-letter'
import { listAnswers, withdrawAnswer } from '../db/answers'
import { editOwn } from '../db/change-own'
import { closeDb, getDb } from '../db/client'
import { decideComments } from '../db/decide-comments'
import { type EmbeddedServer, startEmbedded } from '../db/embedded/start-embedded'
import { stopAllFollows } from '../db/follows'
import { confirmGuest } from '../db/guests'
import { insertAnswer } from '../db/insert-answer'
import { takeLetter } from '../db/letter-jobs'
import { enterOffice } from '../db/letter-office'
import { migrate } from '../db/migrate'
import { addComment } from '../db/testing/comment-of'
import { killWhileSending } from '../db/testing/kill-while-sending'
import {
  countOpenLetters,
  forgetLetters,
  letMinutesPass,
  listLetters,
  openAgain,
} from '../db/testing/letters'
import { env } from '../lib/env'
import { type Handed, sendThrough, writeInto } from '../lib/mail/send-letter'
import { type MailServer, serveMail } from '../lib/mail/testing/mail-server'
import { deliverLetters } from './deliver-letters'

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([
    import('node:fs'),
    import('node:os'),
    import('node:path'),
  ])
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'letters-'))
  Object.assign(process.env, { POSTGRES_URL: '', SMTP_URL: '', MAIL_FROM: 'Unpicked <author@blog.example>' })
})

let database: EmbeddedServer
let mail: MailServer
let said: string[] = []

beforeAll(async () => {
  database = await startEmbedded(env.DATA_DIR)
  await migrate()
})
afterAll(async () => {
  await closeDb(getDb())
  await database.stop()
  rmSync(env.DATA_DIR, { recursive: true })
})
beforeEach(async () => {
  await forgetLetters(getDb())
  mail = await serveMail()
  said = []
  for (const stream of ['log', 'error'] as const) {
    vi.spyOn(console, stream).mockImplementation((line: string) => void said.push(line))
  }
})
afterEach(async () => {
  await mail.close()
  vi.restoreAllMocks()
})

const send = () => deliverLetters({ most: 50, send: sendThrough(mail.url) })

function add(given: Partial<Parameters<typeof addComment>[1]> = {}) {
  return addComment(getDb(), { postId: 'a', tellsAuthor: true, status: 'held', name: 'Ode', ...given })
}

const subjects = () => Promise.all(mail.received.map(async ({ raw }) => (await simpleParser(raw)).subject))

test('the author hears of what waits, what is new and what is for them alone, and of nothing else', async () => {
  await add()
  await add({ status: 'published' })
  await add({ forAuthor: true })
  await add({ status: 'spam' })
  await add({ byAuthor: true, status: 'published' })
  expect(await send()).toBe(3)
  expect(await subjects()).toEqual([
    '[Unpicked] Waiting: Ode on "a"',
    '[Unpicked] New: Ode on "a"',
    '[Unpicked] Just for you: Ode on "a"',
  ])
  expect(mail.received.map(({ to }) => to)).toEqual(Array(3).fill(['author@blog.example']))
  expect(await send(), 'each once').toBe(0)
})

test('what was written for the author alone is answered by a letter, once its writer has said whose the address is', async () => {
  const nell = { email: 'nell@wren.example', emailHash: 'nell' }
  const question = 'Is it you?\nBcc: victim@example.com\n<b>Approve:</b>\nhttps://evil.example'
  const id = await add({ ...nell, name: 'Nell', forAuthor: true, body: question })
  await insertAnswer(id, 'It *is*.\n\nCome by. https://post.example', getDb())
  expect(await send(), 'the question alone').toBe(1)
  const [asked = { to: [], raw: '' }] = mail.received
  const text = async ({ raw }: { raw: string }) => (await simpleParser(raw)).text ?? ''
  expect(asked.to).toEqual(['nell@wren.example'])
  expect(await text(asked)).toContain('There is an answer, and it comes here as soon as you say')
  expect(await text(asked), 'nothing that anybody typed').not.toMatch(/Nell|Is it you|Come by|evil/)

  await confirmGuest('nell', getDb())
  const [only] = await listLetters(getDb()).then((all) => all.filter(({ isDone }) => !isDone))
  // As if the process had been killed between sending it and noting so.
  expect(await send()).toBe(1)
  await openAgain(getDb(), only?.id ?? 0)
  expect(await send()).toBe(1)
  const [first, again] = mail.received.slice(1)
  if (!first || !again) throw new Error('It did not come twice.')
  const letter = await simpleParser(first.raw)
  expect((await simpleParser(again.raw)).messageId).toBe(letter.messageId)
  expect(first.to).toEqual(['nell@wren.example'])
  expect(letter.replyTo?.text).toBe('"Unpicked" <author@blog.example>')
  expect([letter.cc, letter.bcc]).toEqual([undefined, undefined])
  expect(letter.subject).toBe('Unpicked answered what you wrote on "a"')
  expect(letter.text).toContain('Unpicked:\n> It *is*.\n>\n> Come by. https://post.example\n')
  expect(letter.text).toContain(
    'You wrote, just for Unpicked:\n> Is it you?\n> Bcc: victim@example.com\n> <b>Approve:</b>\n> https://evil.example\n',
  )
  expect(String(letter.html)).toContain('&#x3C;b>Approve:&#x3C;/b>')
  expect(String(letter.html)).not.toMatch(/href="https:\/\/(?:evil|post)\.example/)
  expect(letter.references).toHaveLength(2)
  expect(letter.inReplyTo).toBe(letter.references?.[1])
  const [answer] = await listAnswers(getDb(), [id])
  expect(answer?.state).toBe('sent')

  await insertAnswer(id, 'One thing more.', getDb())
  await letMinutesPass(getDb(), 1)
  expect(await send(), 'nobody is asked again').toBe(1)
  const more = await simpleParser(mail.received.at(-1)?.raw ?? '')
  expect([more.messageId === letter.messageId, more.inReplyTo]).toEqual([false, letter.inReplyTo])
})

test('whoever is answered and wants letters as well is asked about both at once', async () => {
  const ilka = { email: 'ilka@wren.example', emailHash: 'ilka', tellsAuthor: false }
  await add({ ...ilka, status: 'published', wantsLetters: true })
  await insertAnswer(await add({ ...ilka, forAuthor: true }), 'It is.', getDb())
  expect(await send(), 'one question').toBe(1)
  const text = (await simpleParser(mail.received[0]?.raw ?? '')).text
  expect(text).toContain('There is an answer, and it comes here as soon as you say')
  expect(text).toContain('So do the letters about comments that were asked for under this address')
})

test('an answer that was taken back, or whose reader wants no letters any more, goes nowhere', async () => {
  const tam = { email: 'tam@wren.example', emailHash: 'tam', forAuthor: true, tellsAuthor: false }
  const id = await add(tam)
  await insertAnswer(id, 'A first one.', getDb())
  expect(await send()).toBe(1)
  await confirmGuest('tam', getDb())
  expect(await send()).toBe(1)
  const { decisions } = await insertAnswer(id, 'A slip.', getDb())
  expect(await withdrawAnswer(decisions[0] ?? 0, getDb())).toBe(true)
  await insertAnswer(id, 'A last one.', getDb())
  await stopAllFollows('tam', getDb())
  await letMinutesPass(getDb(), 1)
  expect(await send()).toBe(0)
  expect(await listAnswers(getDb(), [id])).toMatchObject([{ state: 'sent' }, { state: 'stopped' }])
})

test('a letter about what can be answered leads to where, and another one does not', async () => {
  const id = await add({ forAuthor: true, email: 'fay@wren.example', emailHash: 'fay' })
  await add({ forAuthor: true })
  expect(await send()).toBe(2)
  const [can, cannot] = await Promise.all(
    mail.received.map(async ({ raw }) => (await simpleParser(raw)).text),
  )
  expect(can).toContain(`Answer in the studio:\nhttp://localhost:3000/studio#case-${id}\n\nPut away:`)
  expect(cannot).not.toContain('Answer in the studio')
  expect(cannot).toContain('Put away:')
})

test('nothing is sent about what was decided, or is gone, before the letter went', async () => {
  const id = await add()
  await decideComments([id], 'publish')
  expect(await send()).toBe(0)
  expect(await listLetters(getDb()), 'as if it had never been noted').toEqual([])
})

test('a letter that has not gone yet says what its comment says by now', async () => {
  const key = { postId: 'a', id: await add({ body: 'Before.', writerHash: 'ode' }), writerHash: 'ode' }
  await editOwn(key, { body: 'After.', tellsAuthor: true }, (placed) => placed, getDb())
  expect(await send()).toBe(1)
  const text = (await simpleParser(mail.received[0]?.raw ?? '')).text
  expect(text).toContain('> After.')
  expect(text).not.toContain('Before.')
})

test.each(['by itself', 'by the author'])(
  'what was published %s and waits since its writer changed it is told of again, once',
  async (by) => {
    const isApproved = by === 'by the author'
    const status = isApproved ? ('held' as const) : ('published' as const)
    const key = { postId: 'a', id: await add({ status, writerHash: 'ode' }), writerHash: 'ode' }
    expect(await send()).toBe(1)
    if (isApproved) await decideComments([key.id], 'publish')
    const hold = () => ({ status: 'held' as const, reasons: ['links: 2'] })
    for (const body of ['One link.', 'Two links.']) {
      await editOwn(key, { body, tellsAuthor: true }, hold, getDb())
    }
    expect(await send()).toBe(1)
    const { subject, text } = await simpleParser(mail.received[1]?.raw ?? '')
    expect(subject).toBe('[Unpicked] Waiting: Ode on "a"')
    expect(text).toContain('Its writer has changed it, and now it waits for you. Two links.')
    expect(text).toContain('> Two links.')
  },
)

test('what its writer changed while a letter about it was on its way is told of again', async () => {
  const key = { postId: 'a', id: await add({ status: 'published', writerHash: 'ode' }), writerHash: 'ode' }
  // It was written, and handed to a server that has not answered.
  expect(await takeLetter(['author'], getDb())).not.toBeNull()
  const hold = () => ({ status: 'held' as const, reasons: ['links: 2'] })
  await editOwn(key, { body: 'Another thing.', tellsAuthor: true }, hold, getDb())
  expect(await send()).toBe(1)
  expect((await simpleParser(mail.received[0]?.raw ?? '')).text).toContain('> Another thing.')
})

test('many at once are one letter, and the next a quarter of an hour later', async () => {
  for (let count = 0; count < 5; count += 1) await add()
  expect(await send()).toBe(5)
  await add()
  await add()
  expect(await send()).toBe(1)
  expect((await subjects()).at(-1)).toBe('[Unpicked] 2 comments, 2 waiting')
  for (let count = 0; count < 7; count += 1) await add({ name: `Ode the ${count}th` })
  expect(await send()).toBe(0)
  await letMinutesPass(getDb(), 14)
  expect(await send()).toBe(0)
  await letMinutesPass(getDb(), 2)
  expect(await send()).toBe(1)
  expect((await subjects()).at(-1)).toBe('[Unpicked] 7 comments, 7 waiting')
  const { text } = await simpleParser(mail.received.at(-1)?.raw ?? '')
  for (let count = 0; count < 7; count += 1) expect(text).toContain(`Ode the ${count}th on “a”`)
})

test('a letter that is not taken is tried again, ever more rarely, and given up after three days', async () => {
  await add()
  mail.at.recipient = 450
  const waits: number[] = []
  for (let tries = 1; tries < 16; tries += 1) {
    await send()
    const [letter] = await listLetters(getDb())
    waits.push(letter?.minutes ?? 0)
    await letMinutesPass(getDb(), letter?.minutes ?? 0)
  }
  expect(waits).toEqual([1, 5, 30, 120, ...Array(11).fill(360)])
  await send()
  expect(await countOpenLetters(getDb())).toBe(0)
  expect(said.at(-1)).toMatch(/^Letter \d+ was not sent \(RCPT TO 450\), and is given up\.$/)
  expect(said.join('\n'), 'what a server says may name somebody').not.toContain('@')
})

test('a letter that is refused for good is given up at once, and the others go', async () => {
  const refusing = async (step: 'recipient' | 'data') => {
    await add()
    mail.at[step] = 550
    await send()
    mail.at[step] = null
  }
  await refusing('recipient')
  await refusing('data')
  expect(await countOpenLetters(getDb())).toBe(0)
  await add()
  expect(await send()).toBe(1)
})

test.each([
  ['is down', null],
  ['takes nothing', 421],
] as const)('a mail server that %s is left alone for a while, and then everything goes', async (_, code) => {
  if (code === null) await mail.close()
  mail.at.connection = code
  await add()
  await add()
  expect(await send()).toBe(0)
  expect((await listLetters(getDb())).map(({ attempts }) => attempts)).toEqual([1, 0])
  if (code === null) mail = await serveMail()
  mail.at.connection = null
  expect(await send(), 'not yet').toBe(0)
  await letMinutesPass(getDb(), 2)
  expect(await send()).toBe(2)
})

test('one worker at a time sends, whoever is at it, and another takes over from one who is gone', async () => {
  await add()
  expect(await enterOffice('somebody else')).toBe(true)
  expect(await send()).toBe(0)
  await letMinutesPass(getDb(), 1)
  await Promise.all([send(), send(), send()])
  expect(mail.received).toHaveLength(1)
})

test('what is noted while a worker is about to leave goes with them', async () => {
  await add()
  mail.onArrival = async () => {
    if (mail.received.length > 1) return
    await add()
    expect(await send(), 'they are in').toBe(0)
  }
  expect(await send()).toBe(2)
})

test('a kind that nobody writes waits, and a letter nobody can write holds up no other', async () => {
  await addLetter(getDb(), { letter: 'own', guest: 'nell' }, { key: null })
  await add()
  await add()
  let written = 0
  const writers = {
    async author() {
      written += 1
      if (written === 1) throw new Error('no ink')
      return { to: 'ode@wren.example', subject: 'a', parts: [], about: [], stopHref: null }
    },
  }
  const handed: Handed = { ok: true, file: null }
  expect(await deliverLetters({ most: 9, send: async () => handed, writers })).toBe(1)
  expect(said).toEqual([expect.stringMatching(/^Letter \d+ was not sent, or not noted as sent: no ink$/)])
  expect((await listLetters(getDb())).map(({ attempts }) => attempts)).toEqual([0, 1, 1])
})

test('without a mail server a letter is a file, and the log says where', async () => {
  await add({ name: 'Tam' })
  const folder = join(env.DATA_DIR, 'letters')
  expect(await deliverLetters({ most: 9, send: writeInto(folder) })).toBe(1)
  const [file = ''] = readdirSync(folder)
  expect(said).toEqual([`A letter was written: ${join(folder, file)}`])
  const letter = await simpleParser(readFileSync(join(folder, file)))
  expect(letter.subject).toBe('[Unpicked] Waiting: Tam on "a"')
})

test('letters whose senders are killed arrive, and one that comes twice has one name', async () => {
  const target = { driver: 'embedded' as const, dataDir: env.DATA_DIR }
  const { kills, lost, renamed, letters } = await killWhileSending(target, mail, 10)
  expect({ lost, renamed, letters }).toEqual({ lost: 0, renamed: 0, letters: 30 })
  expect(kills, 'at least those that were killed by what arrived').toBeGreaterThanOrEqual(5)
}, 240_000)
