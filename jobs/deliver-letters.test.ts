import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { expect, test, vi } from 'vitest'
import { addLetter } from '../db/add-letter'
import { getDb } from '../db/client'
import { enterOffice } from '../db/letter-office'
import { killWhileSending } from '../db/testing/kill-while-sending'
import { countOpenLetters, letMinutesPass, listLetters } from '../db/testing/letters'
import { env } from '../lib/env'
import { lettersFolder } from '../lib/mail/letters-folder'
import { type Handed, writeInto } from '../lib/mail/send-letter'
import { deliverLetters } from './deliver-letters'
import { forgetPerson } from './forget-person'
import { openPostOffice } from './testing/post-office'

await vi.hoisted(() => import('./testing/own-data'))

const { add, mail, reopen, said, send } = openPostOffice()

test('a letter that is not taken is tried again, ever more rarely, and given up after three days', async () => {
  await add()
  mail().at.recipient = 450
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
    mail().at[step] = 550
    await send()
    mail().at[step] = null
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
  if (code === null) await mail().close()
  mail().at.connection = code
  await add()
  await add()
  expect(await send()).toBe(0)
  expect((await listLetters(getDb())).map(({ attempts }) => attempts)).toEqual([1, 0])
  if (code === null) await reopen()
  mail().at.connection = null
  expect(await send(), 'not yet').toBe(0)
  await letMinutesPass(getDb(), 2)
  expect(await send()).toBe(2)
})

test('a mail server that takes a letter and never says so is left after ten seconds, and asked again under one name', async () => {
  await add()
  mail().at.data = 'silence'
  const begun = performance.now()
  expect(await send()).toBe(0)
  const took = performance.now() - begun
  expect(took).toBeGreaterThan(9_900)
  expect(took).toBeLessThan(30_000)
  expect((await listLetters(getDb())).map(({ attempts }) => attempts)).toEqual([1])
  mail().at.data = null
  await letMinutesPass(getDb(), 2)
  expect(await send()).toBe(1)
}, 60_000)

test('one worker at a time sends, whoever is at it, and another takes over from one who is gone', async () => {
  await add()
  expect(await enterOffice('somebody else')).toBe(true)
  expect(await send()).toBe(0)
  await letMinutesPass(getDb(), 1)
  await Promise.all([send(), send(), send()])
  expect(mail().received).toHaveLength(1)
})

test('what is noted while a worker is about to leave goes with them', async () => {
  await add()
  mail().onArrival = async () => {
    if (mail().received.length > 1) return
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

test('whoever is forgotten is in no letter that was written as a file, and others stay', async () => {
  const folder = lettersFolder
  rmSync(folder, { recursive: true, force: true })
  const nell = { name: 'Nell', email: 'nell@wren.example', emailHash: 'forgotten' }
  await add({ ...nell, postId: 'nell', status: 'published', wantsLetters: true })
  await add({ name: 'Ode', postId: 'nell', parentNumber: 1, status: 'published' })
  await add({ name: 'Tam', email: 'tam@wren.example', emailHash: 'tam too' })
  await deliverLetters({ most: 9, send: writeInto(folder) })
  const read = async () =>
    Promise.all(
      readdirSync(folder).map(async (file) => {
        const { text, to } = await simpleParser(readFileSync(join(folder, file)))
        return `${text} ${JSON.stringify(to)}`
      }),
    )
  const about = async (name: string) => (await read()).filter((text) => text.includes(name)).length
  expect([await about('nell@wren.example'), await about('Tam')], 'the question, too').toEqual([2, 1])
  expect(await about('In answer to Nell'), 'one about who answered').toBe(1)
  await forgetPerson('forgotten', 'kept', 'guest')
  expect([await about('nell@wren.example'), await about('Nell'), await about('Tam')]).toEqual([0, 0, 1])
  await forgetPerson('tam too', 'removed', 'author')
  expect(await read()).toEqual([])
})

test('letters whose senders are killed arrive, and one that comes twice has one name', async () => {
  const target = { driver: 'embedded' as const, dataDir: env.DATA_DIR }
  const { kills, lost, renamed } = await killWhileSending(target, mail(), 8)
  expect({ kills, lost, renamed }).toEqual({ kills: 8, lost: 0, renamed: 0 })
}, 240_000)
