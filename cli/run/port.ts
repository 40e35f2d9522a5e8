import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Throws an `Error` for the person at the terminal when nothing can listen on `host` and `port`. A port in use
 * is asked again for two seconds: the server of a starter that was killed takes a moment to notice.
 */
export async function assertPortFree(host: string, port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    const code = await refusal(host, port)
    if (code === null) return
    if (code === 'EADDRINUSE' && tries < 20) await wait(100)
    else throw new Error(refusals[code]?.(port) ?? `Nothing can listen on ${host}:${port} (${code}).`)
  }
}

const refusals: Record<string, (port: number) => string> = {
  EADDRINUSE: (port) =>
    `Port ${port} is in use. End what listens there, or choose another one: PORT=${port + 1}.`,
  EACCES: (port) => `Port ${port} may not be used by this user. Choose one above 1023: PORT=3000.`,
}

async function refusal(host: string, port: number): Promise<string | null> {
  const server = createServer()
  try {
    await listen(server, host, port)
    return null
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  } finally {
    server.close()
  }
}

async function listen(server: ReturnType<typeof createServer>, host: string, port: number) {
  server.listen(port, host)
  await once(server, 'listening')
}
