import { remakePosts } from '@/app/_comments/remake-posts'
import { describeError } from '@/db/describe-error'
import { env } from '@/lib/env'
import { isSameSecret } from '@/lib/http/same-secret'
import { works } from './works'

export const dynamic = 'force-dynamic'

/** Seconds that Vercel gives this route: all works together, and the pages. */
export const maxDuration = 60

/** Milliseconds for each of them; they run side by side. */
const patience = 40_000

/**
 * Does once what `npm start` does by the clock. Vercel asks for it as `vercel.json` says, and sends `CRON_SECRET` along
 * (vercel.com/docs/cron-jobs); whoever asks without it is told that there is no such page. Says of each work whether it
 * was done: one that fails, or takes too long, stops no other.
 */
export async function GET(request: Request) {
  const authorization = request.headers.get('authorization') ?? ''
  if (!env.CRON_SECRET || !isSameSecret(authorization, `Bearer ${env.CRON_SECRET}`)) {
    return new Response(null, { status: 404 })
  }
  const done = await Promise.all(
    Object.entries(works).map(async ([name, work]) => [name, await attempt(name, work)]),
  )
  const isWell = done.every(([, said]) => said === 'done')
  return Response.json(Object.fromEntries(done), {
    status: isWell ? 200 : 500,
    headers: { 'Cache-Control': 'private, no-store' },
  })
}

async function attempt(name: string, work: (typeof works)[string]): Promise<'done' | 'failed'> {
  const signal = AbortSignal.timeout(patience)
  try {
    await remakePosts(await Promise.race([work(signal), over(signal)]))
    return 'done'
  } catch (error) {
    console.error(`Of the work by the clock, ${name} was not done: ${describeError(error)}`)
    return 'failed'
  }
}

function over(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`it took longer than ${patience / 1000} s`)))
  })
}
