import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { portOf } from '../../db/testing/port-of'
import { openDoor } from '../run/door'

/** Somebody who listens where the site of this data folder would, with the token `secret`, and writes down what is asked. */
export async function listenAtDoor(dataDir: string): Promise<{ asked: string[]; close: () => void }> {
  const asked: string[] = []
  const site = createServer(async (request, answer) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization} ${await text(request)}`)
    answer.writeHead(204).end()
  }).listen(0, '127.0.0.1')
  await once(site, 'listening')
  const closeDoor = openDoor(dataDir, { url: `http://127.0.0.1:${portOf(site)}`, token: 'secret' })
  return {
    asked,
    close() {
      closeDoor()
      site.close()
      site.closeAllConnections()
    },
  }
}
