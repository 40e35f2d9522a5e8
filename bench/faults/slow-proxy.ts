import { once, setMaxListeners } from 'node:events'
import { createConnection, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { portOf } from '../../db/testing/port-of'

/** A TCP proxy in front of a Postgres that can hold back chosen queries, or every byte, and chosen answers. */
export type SlowProxy = {
  port: number
  /** Messages to the database that contain all texts of one of these lists wait `ms` before they go on; those that wait go on at the next call. */
  hold(lists: string[][], ms: number): void
  /** The same of what it answers. */
  holdAnswers(lists: string[][], ms: number): void
  /** Milliseconds that every query since the last call took, from its last byte to the last of its answer. */
  takeTimes(): number[]
  stop(): Promise<void>
}

/** Starts the proxy on a free loopback port. */
export async function startSlowProxy(target: { host: string; port: number }): Promise<SlowProxy> {
  const held = { queries: holding([], 0), answers: holding([], 0) }
  const sockets = new Set<Socket>()
  let times: number[] = []

  const server = createServer((client) => {
    const upstream = createConnection(target)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      // As at both ends: else what is said in several pieces waits 40 ms for the system's receipt of the first.
      socket.setNoDelay()
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    let asked = 0
    client.on('data', () => {
      asked = performance.now()
    })
    upstream.on('data', (chunk) => {
      if (endsAnswer(chunk)) times.push(performance.now() - asked)
    })
    relay(client, upstream, () => held.queries)
    relay(upstream, client, () => held.answers)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server),
    hold(lists, ms) {
      held.queries.end.abort()
      held.queries = holding(lists, ms)
    },
    holdAnswers(lists, ms) {
      held.answers.end.abort()
      held.answers = holding(lists, ms)
    },
    takeTimes() {
      const taken = times
      times = []
      return taken
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Holding = { lists: string[][]; ms: number; end: AbortController }

/** Passes on all that is said, what contains all texts of a list later. */
function relay(from: Socket, to: Socket, held: () => Holding) {
  // One promise after the other keeps the order of the bytes while one message waits.
  let before = Promise.resolve()
  from.on('data', (chunk) => {
    const { lists, ms, end } = held()
    const waits = lists.some((texts) => texts.every((text) => chunk.includes(text)))
    before = before.then(async () => {
      if (waits) await wait(ms, undefined, { signal: end.signal }).catch(() => {})
      if (!to.destroyed) to.write(chunk)
    })
  })
}

function holding(lists: string[][], ms: number): Holding {
  const end = new AbortController()
  // One for every connection.
  setMaxListeners(0, end.signal)
  return { lists, ms, end }
}

/** Whether the server is ready for the next query: `Z`, the length 5, and one letter (PostgreSQL manual, message formats). */
function endsAnswer(chunk: Buffer): boolean {
  const start = chunk.length - 6
  return start >= 0 && chunk[start] === 0x5a && chunk.readUInt32BE(start + 1) === 5
}

/** Where the server of a database's URL listens. */
export function addressOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url)
  return { host: hostname, port: Number(port) }
}

/** The same database, reached through a proxy. */
export function through(url: string, proxy: SlowProxy): string {
  const changed = new URL(url)
  changed.port = String(proxy.port)
  return changed.href
}
