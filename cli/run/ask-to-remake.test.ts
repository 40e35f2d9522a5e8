import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { askToRemake } from './ask-to-remake'

const signal = new AbortController().signal
const wanted = { due: ['a'] }
let said: MockInstance<typeof console.error>
let close = () => {}

beforeEach(() => {
  said = vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => {
  close()
  vi.restoreAllMocks()
})

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  close = () => {
    server.close()
    server.closeAllConnections()
  }
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens to no port.')
  return `http://127.0.0.1:${address.port}`
}

test('the server is told which posts, and who asks', async () => {
  const heard: unknown[] = []
  const url = await serve(async (request, answer) => {
    heard.push(request.method, request.url, request.headers.authorization)
    for await (const chunk of request) heard.push(String(chunk))
    answer.writeHead(204).end()
  })
  await askToRemake({ url, token: 'secret', signal }, wanted)
  expect(heard).toEqual(['POST', '/remake', 'Bearer secret', '{"due":["a"]}'])
  expect(said).not.toHaveBeenCalled()
})

test.each<[string, RequestListener, string]>([
  ['an answer of its own', (_, answer) => answer.writeHead(500).end(), 'it answered 500'],
  ['no answer', () => {}, 'timeout'],
  ['a cut connection', (request) => request.socket.destroy(), 'fetch failed'],
])('%s is said, and ends nothing', async (_, listener, why) => {
  const url = await serve(listener)
  await askToRemake({ url, token: 'secret', signal, patience: 500 }, wanted)
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(why))
})

test('nothing is said of a site that is ending', async () => {
  const ending = AbortSignal.abort()
  await askToRemake({ url: 'http://127.0.0.1:1', token: 'secret', signal: ending }, wanted)
  expect(said).not.toHaveBeenCalled()
})
