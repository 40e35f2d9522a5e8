import { once } from 'node:events'
import { createServer } from 'node:net'
import { portOf } from './port-of'

/** A port on 127.0.0.1 that nobody listens on, for a server that is started in a moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  server.close()
  await once(server, 'close')
  return port
}
