import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { env } from '../env'
import { type AkismetQuestion, askAkismet } from './ask-akismet'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

const key = 'canary-of-the-key'
const question: AkismetQuestion = {
  name: 'Wren & Söhne',
  email: 'canary-of-the-mail@example.org',
  website: 'https://wren.example/',
  body: 'The canary of the text = a\nline & another.',
  isReply: false,
  permalink: 'https://unpicked.example/posts/on-waiting',
  writtenAt: new Date('2026-11-25T08:30:00Z'),
  network: '192.0.2.77',
  userAgent: 'Canary of the browser/1.0',
  isEdited: false,
}

let origin: string
let answer: Answer
let asked: { method?: string; url?: string; headers: IncomingMessage['headers']; form: URLSearchParams }[]
let stop: () => void
const said = vi.spyOn(console, 'error')

beforeEach(async () => {
  asked = []
  said.mockReset().mockReturnValue()
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request
    asked.push({ method, url, headers, form: new URLSearchParams(await text(request)) })
    answer(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It does not listen.')
  origin = `http://127.0.0.1:${address.port}`
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
})
afterEach(() => stop())

const ask = (given: Partial<AkismetQuestion> = {}, patience?: number) =>
  askAkismet({ ...question, ...given }, { key, origin, patience })
const say =
  (text: string, status = 200, headers = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(text)

test.each<[string, Answer, 'ham' | 'spam']>([
  ['true is spam', say('true'), 'spam'],
  ['false is ham', say('false'), 'ham'],
  ['blatant spam is spam, and no more', say('true', 200, { 'x-akismet-pro-tip': 'discard' }), 'spam'],
  [
    'letter by letter is as good',
    (response) => {
      for (const letter of 'false') response.write(letter)
      response.end()
    },
    'ham',
  ],
])('%s', async (_case, given, expected) => {
  answer = given
  expect(await ask()).toBe(expected)
  expect(said).not.toHaveBeenCalled()
})

/** Ends by itself only when whoever asked is gone. */
function drip(response: ServerResponse, piece: string, pause: number) {
  const timer = setInterval(() => response.write(piece), pause)
  response.on('close', () => clearInterval(timer))
}

test.each<[string, Answer, number?]>([
  ['a wrong key', say('invalid')],
  ['nothing', say('')],
  ['another word', say('True')],
  ['a word and more', say('false\n')],
  ['a word and much more', say('true'.repeat(1_000_000))],
  ['tip without a word', say('', 200, { 'x-akismet-pro-tip': 'discard' })],
  ['an error that says true', say('true', 500)],
  ['an error that says false', say('false', 403)],
  ['one that sends on', say('false', 307, { location: '/elsewhere' })],
  ['one that hangs up', (_response, request) => request.socket.destroy()],
  ['one that says nothing', () => {}, 200],
  ['one that does not come to an end', (response) => response.write('false'), 200],
  ['one that drips', (response) => drip(response, 't', 90), 200],
])('%s is neither, and nothing of it is in the log', async (_case, given, patience) => {
  answer = given
  expect(await ask({}, patience)).toBe('unknown')
  expect(asked).toHaveLength(1)
  expect(said).toHaveBeenCalledOnce()
  expect(said.mock.calls.flat().join()).toMatch(/^Akismet (answered \d+|did not answer)/)
  expect(said.mock.calls.flat().join()).not.toMatch(/canary|192\.0\.2|wren/i)
})

test('who never stops is not listened to for long', async () => {
  answer = (response) => drip(response, 'x'.repeat(100_000), 1)
  expect(await ask()).toBe('unknown')
  expect(said.mock.calls.flat().join()).toContain('answered 200')
})

test('it has three seconds, all in all', async () => {
  const limit = vi.spyOn(AbortSignal, 'timeout')
  answer = say('false')
  expect(await ask()).toBe('ham')
  expect(limit.mock.calls).toEqual([[3_000]])
  limit.mockRestore()
})

test('nobody there is neither', async () => {
  stop()
  expect(await ask()).toBe('unknown')
  expect(said.mock.calls.flat().join()).toContain('ECONNREFUSED')
})

test('a question is told as Akismet wants it, and nothing besides', async () => {
  answer = say('false')
  await ask()
  const [first] = asked
  expect(first).toMatchObject({ method: 'POST', url: '/1.1/comment-check' })
  expect(first?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/)
  expect(first?.headers.cookie).toBeUndefined()
  expect(Object.fromEntries(first?.form ?? [])).toEqual({
    api_key: key,
    blog: env.SITE_URL,
    blog_lang: 'en_gb',
    blog_charset: 'UTF-8',
    user_ip: '192.0.2.77',
    user_agent: 'Canary of the browser/1.0',
    comment_type: 'comment',
    comment_author: 'Wren & Söhne',
    comment_author_email: 'canary-of-the-mail@example.org',
    comment_author_url: 'https://wren.example/',
    comment_content: 'The canary of the text = a\nline & another.',
    comment_date_gmt: '2026-11-25T08:30:00.000Z',
    permalink: 'https://unpicked.example/posts/on-waiting',
  })
})

test('what nobody knows is left out, and an address that nobody believes is none', async () => {
  answer = say('false')
  await ask({ email: null, website: null, permalink: null, network: null, userAgent: null, isReply: true })
  await ask({ network: '2001:db8:1:2::/64', userAgent: 'x'.repeat(9_000), isEdited: true })
  const [bare, edited] = asked.map(({ form }) => form)
  expect(Object.fromEntries(bare ?? [])).toEqual({
    api_key: key,
    blog: env.SITE_URL,
    blog_lang: 'en_gb',
    blog_charset: 'UTF-8',
    user_ip: '0.0.0.0',
    comment_type: 'reply',
    comment_author: 'Wren & Söhne',
    comment_content: 'The canary of the text = a\nline & another.',
    comment_date_gmt: '2026-11-25T08:30:00.000Z',
  })
  expect(edited?.get('user_ip')).toBe('2001:db8:1:2::')
  expect(edited?.get('user_agent')).toHaveLength(500)
  expect(edited?.get('recheck_reason')).toBe('edit')
})
