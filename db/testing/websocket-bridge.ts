import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { neonConfig } from '@neondatabase/serverless'
import { createWebSocketStream, WebSocketServer } from 'ws'
import { portOf } from './port-of'

export type Bridge = { port: number; stop: () => Promise<void> }

/** What stands at Neon before its servers: bytes come in by WebSocket and go on by TCP, to the server of `url` whoever was asked for. */
export async function startBridge(url: string): Promise<Bridge> {
  const { hostname, port } = new URL(url)
  const server = createServer()
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => {
    const near = createWebSocketStream(socket)
    const far = connect({ port: Number(port || 5432), host: hostname, noDelay: true })
    near.pipe(far).pipe(near)
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
    far.on('close', () => socket.terminate())
    near.on('close', () => far.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server),
    async stop() {
      for (const socket of sockets.clients) socket.terminate()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Sends every connection of `@vercel/postgres` in this process through the bridge, in clear text. */
export function connectThroughBridge(port: number) {
  neonConfig.wsProxy = () => `127.0.0.1:${port}/`
  neonConfig.useSecureWebSocket = false
  neonConfig.pipelineTLS = false
  neonConfig.forceDisablePgSSL = true
  neonConfig.pipelineConnect = false
  neonConfig.poolQueryViaFetch = false
}
