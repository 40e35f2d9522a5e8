import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import WebSocket from 'ws'
import { z } from 'zod'

const usage = z.object({
  result: z.object({ usedSize: z.number(), backingStorageSize: z.number().default(0) }),
})

/**
 * Bytes that a process of Node holds on to after its rubbish was collected, through its inspector at `port`,
 * which is opened when it is not. What Node keeps of memory for later is not in it, so that a leak shows within
 * a few hundred requests.
 */
export async function heapOf(pid: number, port: number): Promise<number> {
  const socket = new WebSocket(await openInspector(pid, port))
  await once(socket, 'open')
  async function ask(method: string): Promise<unknown> {
    socket.send(JSON.stringify({ id: 1, method }))
    const [answer] = await once(socket, 'message')
    return JSON.parse(String(answer))
  }
  try {
    // What is only weakly held needs a second time.
    await ask('HeapProfiler.collectGarbage')
    await ask('HeapProfiler.collectGarbage')
    const { result } = usage.parse(await ask('Runtime.getHeapUsage'))
    return result.usedSize + result.backingStorageSize
  } finally {
    socket.close()
  }
}

async function openInspector(pid: number, port: number): Promise<string> {
  process.kill(pid, 'SIGUSR1')
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => null)
    const [target] = z
      .array(z.object({ webSocketDebuggerUrl: z.string() }))
      .parse(answer ? await answer.json() : [])
    if (target) return target.webSocketDebuggerUrl
    await wait(50)
  }
  throw new Error(`Process ${pid} opened no inspector at port ${port}.`)
}
