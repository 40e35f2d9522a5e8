import { simpleParser } from 'mailparser'
import { expect, test, vi } from 'vitest'
import { listAnswers, withdrawAnswer } from '../../db/answers'
import { getDb } from '../../db/client'
import { stopAllFollows } from '../../db/follows'
import { askToConfirm, confirmGuest } from '../../db/guests'
import { insertAnswer } from '../../db/insert-answer'
import { guests } from '../../db/schema'
import { letMinutesPass, listLetters, openAgain } from '../../db/testing/letters'
import { transaction } from '../../db/transaction'
import { findPostById } from '../../lib/posts/find-post'
import { openPostOffice } from '../testing/post-office'

await vi.hoisted(() => import('../testing/own-data'))

const { add, mail, send } = openPostOffice()

test('what was written for the author alone is answered by a letter, once its writer has said whose the address is', async () => {
  const nell = { email: 'nell@wren.example', emailHash: 'nell' }
  const question = 'Is it you?\nBcc: victim@example.com\n<b>Approve:</b>\nhttps://evil.example'
  const id = await add({ ...nell, name: 'Nell', forAuthor: true, body: question })
  await insertAnswer(id, 'It *is*.\n\nCome by. https://post.example', null, getDb())
  expect(await send(), 'the question alone').toBe(1)
  const [asked = { to: [], raw: '' }] = mail().received
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
  const [first, again] = mail().received.slice(1)
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

  await insertAnswer(id, 'One thing more.', null, getDb())
  await letMinutesPass(getDb(), 1)
  expect(await send(), 'nobody is asked again').toBe(1)
  const more = await simpleParser(mail().received.at(-1)?.raw ?? '')
  expect([more.messageId === letter.messageId, more.inReplyTo]).toEqual([false, letter.inReplyTo])
})

test('whoever is answered and wants letters as well is asked about both at once', async () => {
  const ilka = { email: 'ilka@wren.example', emailHash: 'ilka', tellsAuthor: false }
  await add({ ...ilka, status: 'published', wantsLetters: true, postId: 'on-waiting' })
  await insertAnswer(await add({ ...ilka, forAuthor: true, postId: 'lists-i-lost' }), 'It is.', null, getDb())
  expect(await send(), 'one question').toBe(1)
  const text = (await simpleParser(mail().received[0]?.raw ?? '')).text
  expect(text).toContain('There is an answer, and it comes here as soon as you say')
  expect(text).toContain(
    `wrote something just for Unpicked under “${await titleOf('lists-i-lost')}” and left`,
  )
  expect(text).toContain(
    `So do the letters about comments under “${await titleOf('on-waiting')}” that were asked for with this address;`,
  )
})

test('whoever is asked whose an address is reads on which posts that was left, the last first', async () => {
  const pim = { email: 'pim@wren.example', emailHash: 'pim', tellsAuthor: false, wantsLetters: true }
  const asked = async (posts: string[]) => {
    for (const postId of posts) await add({ ...pim, postId, status: 'published' })
    await getDb().update(guests).set({ askedAt: null })
    await transaction(getDb(), (queries) => askToConfirm(queries, 'pim'))
    expect(await send()).toBe(1)
    return (await simpleParser(mail().received.at(-1)?.raw ?? '')).text
  }
  const when = 'asked Unpicked to write to this address when a comment is answered or a conversation goes on'
  expect(await asked(['no-post-of-ours']), 'a name that nobody gave').toContain(`${when}.`)
  const [first, second, third, fourth] = await Promise.all(
    ['on-waiting', 'lists-i-lost', 'a-kind-no', 'enough-for-a-hat'].map(titleOf),
  )
  expect(await asked(['on-waiting'])).toContain(`${when} under “${first}”.`)
  expect(await asked(['lists-i-lost'])).toContain(`${when} under “${second}” and “${first}”.`)
  expect(await asked(['a-kind-no', 'enough-for-a-hat'])).toContain(
    `${when} under “${fourth}”, “${third}”, “${second}” and others.`,
  )
})

test('nobody is asked whose an address is about what they have stopped meanwhile', async () => {
  const uma = { email: 'uma@wren.example', emailHash: 'uma', tellsAuthor: false, wantsLetters: true }
  await add({ ...uma, postId: 'on-waiting', status: 'published' })
  await stopAllFollows('uma', getDb())
  expect(await send()).toBe(0)
  expect(mail().received).toEqual([])
})

test('an answer that was taken back, or whose reader wants no letters any more, goes nowhere', async () => {
  const tam = { email: 'tam@wren.example', emailHash: 'tam', forAuthor: true, tellsAuthor: false }
  const id = await add(tam)
  await insertAnswer(id, 'A first one.', null, getDb())
  expect(await send()).toBe(1)
  await confirmGuest('tam', getDb())
  expect(await send()).toBe(1)
  const { decisions } = await insertAnswer(id, 'A slip.', null, getDb())
  expect(await withdrawAnswer(decisions[0] ?? 0, getDb())).toBe(true)
  await insertAnswer(id, 'A last one.', null, getDb())
  await stopAllFollows('tam', getDb())
  await letMinutesPass(getDb(), 1)
  expect(await send()).toBe(0)
  expect(await listAnswers(getDb(), [id])).toMatchObject([{ state: 'sent' }, { state: 'stopped' }])
})

async function titleOf(id: string): Promise<string | undefined> {
  return (await findPostById(id))?.title
}
