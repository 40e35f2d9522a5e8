import { once } from 'node:events'
import { createConnection, createServer, type Socket } from 'node:net'
import { portOf } from '../../db/testing/port-of'

/** A TCP proxy in front of a Postgres that can hold back chosen queries, or every byte. */
export type SlowProxy = {
  port: number
  /** Messages to the database that contain all of these texts wait `ms` before they go on. */
  hold(texts: string[], ms: number): void
  stop(): Promise<void>
}

/** Starts the proxy on a free loopback port. */
export async function startSlowProxy(target: { host: string; port: number }): Promise<SlowProxy> {
  let held: { texts: string[]; ms: number } = { texts: [], ms: 0 }
  const sockets = new Set<Socket>()

  const server = createServer((client) => {
    const upstream = createConnection(target)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    upstream.on('data', (chunk) => client.write(chunk))
    // One promise after the other keeps the order of the bytes while one message waits.
    let before = Promise.resolve()
    client.on('data', (chunk) => {
      const waits = held.texts.length > 0 && held.texts.every((text) => chunk.includes(text))
      const { ms } = held
      before = before.then(async () => {
        if (waits) await new Promise((resolve) => setTimeout(resolve, ms))
        if (!upstream.destroyed) upstream.write(chunk)
      })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server),
    hold(texts, ms) {
      held = { texts, ms }
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
