import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '../../lib/env'
import { askToRemake, type Wanted } from './ask-to-remake'
import { openDoor } from './door'
import { startNext } from './next-process'
import type { Run } from './run'
import { settingsOfBuild } from './settings-of-build'

/** What a server keeps of memory that nothing lives in: 60 MB less, and no slower. An owner's own NODE_OPTIONS come after it. */
const leanHeap = `--max-semi-space-size=8 --import=${new URL('./lean-heap.mjs', import.meta.url).href}`

export type Server = {
  /** Where this machine reaches it, without a slash at the end. */
  url: string
  /** Asks it to make pages again for their next reader: see `askToRemake`. */
  remake(wanted: Wanted): Promise<void>
  /** Stored pages are given out from now on: until then none is, as it may lack the newest comments. */
  releasePages(): void
}

/** Serves the standing build as a part of the run, and resolves when it answers. Its stored pages wait for `releasePages`. */
export async function serveSite(run: Run, actionKey: string): Promise<Server> {
  const token = randomBytes(32).toString('base64url')
  let answers = false
  const { ended, releasePages } = startNext(
    run,
    ['start', '--port', String(env.PORT), '--hostname', env.HOST],
    {
      NODE_ENV: 'production',
      NODE_OPTIONS: leanHeap,
      // As many pools of memory as the C library shares out by itself hold on to 20 MB more; and what it learns to keep at
      // hand, as every answer that is compressed asks for it, is another 14.
      MALLOC_ARENA_MAX: '2',
      MALLOC_TRIM_THRESHOLD_: '131072',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey,
      REMAKE_TOKEN: token,
      HOLD_PAGES: 'on',
      __NEXT_PRIVATE_STANDALONE_CONFIG: settingsOfBuild(env.NEXT_DIST_DIR),
    },
    (text, from) => {
      // What Next says of itself on the way up is said by the starter, in one line.
      if (answers || from === 'stderr') process[from].write(text)
    },
  )
  void ended.then((how) =>
    run.fail(`The server ended by itself (${how ?? 'exit code 0'}), and the site with it.`),
  )
  const own = /^(0\.0\.0\.0|::)$/.test(env.HOST) ? 'localhost' : env.HOST
  const url = `http://${own.includes(':') ? `[${own}]` : own}:${env.PORT}`
  await answering(run, url)
  answers = true
  run.onEnd(openDoor(env.DATA_DIR, { url, token }))
  return { url, releasePages, remake: (wanted) => askToRemake({ url, token, signal: run.signal }, wanted) }
}

/** Resolves when the server takes connections: that moment is told to nobody, so it is asked for. */
async function answering(run: Run, url: string) {
  while (!run.signal.aborted) {
    try {
      // It needs neither the database, which may be coming up, nor a stored page.
      await fetch(`${url}/remake`, { signal: run.signal })
      return
    } catch {
      await wait(50)
    }
  }
}
