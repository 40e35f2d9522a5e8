import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { type EmbeddedServer, startEmbedded } from '../embedded/start-embedded'
import type { Target } from '../target'
import { bridgedUrl, copyDataDir } from './drivers'
import { portOf } from './port-of'
import { startOwnPostgres } from './start-test-postgres'
import { startBridge } from './websocket-bridge'

/** A database with all tables that can be taken away, or be made to hang, and be given back. */
export type Unreliable = {
  target: Target
  /** Killed without a word; every connection is cut. */
  crash: () => Promise<void>
  restart: () => Promise<void>
  /** Takes connections and queries, and answers nothing. */
  hang: () => void
  goOn: () => void
  stop: () => Promise<void>
}

export const unreliableDrivers: { driver: Target['driver']; start: () => Promise<Unreliable> }[] = [
  { driver: 'pg', start: startPg },
  { driver: 'vercel', start: startVercel },
  { driver: 'embedded', start: startFolder },
]

async function startPg(): Promise<Unreliable> {
  const server = await startOwnPostgres()
  const url = new URL(await server.createDatabase())
  const between = await startBetween(Number(url.port))
  url.port = String(between.port)
  return {
    target: { driver: 'pg', url: url.href },
    crash: server.crash,
    restart: server.restart,
    hang: between.hang,
    goOn: between.goOn,
    async stop() {
      await between.stop()
      await server.stop()
    },
  }
}

async function startVercel(): Promise<Unreliable> {
  const { target, stop, ...server } = await startPg()
  if (target.driver === 'embedded') throw new Error('A bridge leads to a server.')
  const bridge = await startBridge(target.url)
  return {
    ...server,
    target: { driver: 'vercel', url: bridgedUrl(target.url, bridge.port) },
    async stop() {
      await bridge.stop()
      await stop()
    },
  }
}

async function startFolder(): Promise<Unreliable> {
  const dataDir = copyDataDir('migrated')
  const target: Target = { driver: 'embedded', dataDir }
  let server: EmbeddedServer = await startEmbedded(dataDir)
  return {
    target,
    async crash() {
      process.kill(server.pid, 'SIGKILL')
      await server.ended
    },
    async restart() {
      server = await startEmbedded(dataDir)
    },
    hang: () => process.kill(server.pid, 'SIGSTOP'),
    goOn: () => process.kill(server.pid, 'SIGCONT'),
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Stands between a client and a server on this machine, and passes everything on until it is told to hang. */
async function startBetween(to: number) {
  const sockets = new Set<Socket>()
  let isHanging = false
  const server = createServer((near) => {
    const far = connect({ port: to, host: '127.0.0.1', noDelay: true })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('data', (data) => {
        if (!isHanging) other.write(data)
      })
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server),
    hang() {
      isHanging = true
    },
    goOn() {
      isHanging = false
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
