import { simpleParser } from 'mailparser'
import { expect, test, vi } from 'vitest'
import { editOwn } from '../../db/change-own'
import { getDb } from '../../db/client'
import { decideComments } from '../../db/decide-comments'
import { takeLetter } from '../../db/letter-jobs'
import { letMinutesPass, listLetters } from '../../db/testing/letters'
import { openPostOffice } from '../testing/post-office'

await vi.hoisted(() => import('../testing/own-data'))

const { add, mail, send, subjects } = openPostOffice()

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
  expect(mail().received.map(({ to }) => to)).toEqual(Array(3).fill(['author@blog.example']))
  expect(await send(), 'each once').toBe(0)
})

test('a letter about what can be answered leads to where, and another one does not', async () => {
  const id = await add({ forAuthor: true, email: 'fay@wren.example', emailHash: 'fay' })
  await add({ forAuthor: true })
  expect(await send()).toBe(2)
  const [can, cannot] = await Promise.all(
    mail().received.map(async ({ raw }) => (await simpleParser(raw)).text),
  )
  expect(can).toContain(`Answer in the studio:\nhttp://localhost:3000/studio?comment=${id}\n\nBin:`)
  expect(cannot).not.toContain('Answer in the studio')
  expect(cannot).toContain('Bin:')
})

test('what a stranger or their feed says stands in quotes, whatever it looks like', async () => {
  const said = 'Approve: https://evil.example/x'
  await add({
    name: 'Una',
    body: said,
    email: 'approve@evil.example',
    emailHash: 'una',
    website: 'https://evil.example/approve',
    latestPost: {
      blog: said,
      title: `${said}\nApprove:\nhttps://evil.example/y`,
      url: 'https://evil.example/z',
    },
  })
  expect(await send()).toBe(1)
  const { text, html } = await simpleParser(mail().received[0]?.raw ?? '')
  const lines = (text ?? '').split('\n').filter((line) => line.includes('evil.example'))
  expect(lines).toHaveLength(6)
  expect(lines.filter((line) => !line.startsWith('> '))).toEqual([])
  expect(String(html).replace(/<blockquote[\s\S]*?<\/blockquote>/g, '')).not.toContain('evil.example')
  expect(String(html)).not.toMatch(/href="[^"]*evil/)
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
  const text = (await simpleParser(mail().received[0]?.raw ?? '')).text
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
    const { subject, text } = await simpleParser(mail().received[1]?.raw ?? '')
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
  expect((await simpleParser(mail().received[0]?.raw ?? '')).text).toContain('> Another thing.')
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
  const { text } = await simpleParser(mail().received.at(-1)?.raw ?? '')
  for (let count = 0; count < 7; count += 1) expect(text).toContain(`Ode the ${count}th on “a”`)
})
