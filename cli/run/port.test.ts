import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { assertPortFree } from './port'

let server: Server
afterEach(() => server.close())

async function listen() {
  server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

test('a port in use is refused, naming it and another one', async () => {
  const port = await listen()
  await expect(assertPortFree('127.0.0.1', port)).rejects.toThrow(
    new RegExp(`Port ${port} is in use.*PORT=${port + 1}`),
  )
})

test('a port that becomes free in a moment is taken', async () => {
  const port = await listen()
  const free = assertPortFree('127.0.0.1', port)
  server.close()
  await expect(free).resolves.toBeUndefined()
})
