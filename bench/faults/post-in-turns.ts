import { randomUUID } from 'node:crypto'
import { openForm, postForm, type Typed } from './comment-form'
import { percentile } from './fault'
import type { Site } from './site'

/** Noise of a machine that does something else, too. */
const MOST = { ratio: 1.25, milliseconds: 5 }
/** In all. A slow machine is not done with a turn before what hangs is given up. */
const ENOUGH = 30

type Settings = {
  long: boolean
  /** What is typed beside the text and the name. */
  typed?: Partial<Typed>
  /** Before a turn in which nothing hangs, and at the end. */
  letGo: () => Promise<void>
  /** Before a turn in which something does: until it has begun. `post` says something more. */
  hang: (post: () => Promise<void>) => Promise<void>
  /** Whether it still does: with that, the turn is over. */
  isHanging: () => boolean
  /** After such a turn, with what was said in it and taken. */
  hung?: (bodies: string[]) => Promise<void>
}

type Turns = {
  rounds: number
  /** Nothing was lost, and the 95th percentile is that of the turns in which nothing hung. */
  isUnaffected: boolean
  figures: string
}

/** Posts in turns with something that hangs and without, so that both meet the same machine, and a conversation of about the same length. */
export async function postInTurns(
  site: Site,
  { long, typed, letGo, hang, isHanging, hung }: Settings,
): Promise<Turns> {
  const rounds = long ? 10 : 3
  const posts = long ? 60 : 30
  const form = await openForm(site.post)
  const waits = { alone: [] as number[], beside: [] as number[] }
  let lost = 0

  /** Gives what was said, and the milliseconds it took. */
  async function post() {
    const body = `Said ${randomUUID()}`
    const begun = performance.now()
    const posted = await postForm(form, { body, name: 'Wren', ...typed })
    if (!posted.ok) lost += 1
    return { body, ms: performance.now() - begun }
  }
  // What is loaded once is loaded.
  for (let n = 0; n < 20; n += 1) await post()
  for (let round = 0; round < rounds; round += 1) {
    await letGo()
    for (let n = 0; n < posts; n += 1) waits.alone.push((await post()).ms)
    await hang(async () => {
      await post()
    })
    const bodies: string[] = []
    for (let n = 0; n < posts; n += 1) {
      const { body, ms } = await post()
      if (!isHanging()) break
      bodies.push(body)
      waits.beside.push(ms)
    }
    await hung?.(bodies)
  }
  await letGo()
  const say = (share: number) =>
    [waits.alone, waits.beside].map((list) => `${percentile(list, share).toFixed(1)} ms`).join(' / ')
  const [alone, beside] = [percentile(waits.alone, 0.95), percentile(waits.beside, 0.95)]
  const isEnough = waits.beside.length >= ENOUGH
  return {
    rounds,
    isUnaffected: isEnough && lost === 0 && beside <= alone * MOST.ratio + MOST.milliseconds,
    figures: `${waits.alone.length} / ${waits.beside.length} posts alone / beside: p50 ${say(0.5)}, p95 ${say(0.95)}; ${lost} lost`,
  }
}
