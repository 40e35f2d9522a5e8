import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import { connect, createServer as createTcpServer, type Socket } from 'node:net'

export type WebServer = { port: number; url: string; close: () => Promise<void> }

/** A real server on 127.0.0.1 and a port of its own. */
export async function serveWeb(listener: RequestListener): Promise<WebServer> {
  return listen(createServer(listener), 'http')
}

/** As `serveWeb`, with a server that is made already: one that speaks TLS, or something else. */
export async function listen(
  server: Server | SecureServer | ReturnType<typeof createTcpServer>,
  scheme: 'http' | 'https',
): Promise<WebServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens to no port.')
  const { port } = address
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** A port of 127.0.0.1 at which nobody answers. */
export async function closedPort(): Promise<number> {
  const { port, close } = await listen(createTcpServer(), 'http')
  await close()
  return port
}

/** A port of 127.0.0.1 that says nothing, not even that nobody listens, as behind a firewall. */
export async function filteredPort(): Promise<{ port: number; close: () => void }> {
  // Its owner sleeps, and whoever else may wait for it is here already: the kernel leaves all others without an answer.
  const listening = `require('net').createServer().listen(0, '127.0.0.1', 1, function () {
    process.stdout.write(String(this.address().port))
  })`
  const owner = spawn(process.execPath, ['-e', listening], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(owner.stdout, 'data')
  const port = Number(String(said))
  owner.kill('SIGSTOP')
  const waiting = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => {}))
  return {
    port,
    close() {
      for (const socket of waiting) socket.destroy()
      owner.kill('SIGKILL')
    },
  }
}
