import './run/load-env'
import { once } from 'node:events'
import { env } from '../lib/env'
import { findOrMakeActionKey } from './run/action-key'
import { addLatestPostsInTime } from './run/add-latest-posts-in-time'
import { askOnTime } from './run/ask-on-time'
import { buildSite, findBuild, holdBuild } from './run/build-site'
import { holdData, startDatabase } from './run/database'
import { deliverLettersInTime } from './run/deliver-letters-in-time'
import { oldNodeNotice } from './run/old-node'
import { assertPortFree } from './run/port'
import { privacyNotice } from './run/privacy-notice'
import { publishOnTime } from './run/publish-on-time'
import { purgeDaily } from './run/purge-daily'
import { remakeTalkedAbout } from './run/remake-talked-about'
import { type Run, runCommand } from './run/run'
import { serveSite } from './run/serve-site'

async function start(run: Run) {
  const notice = oldNodeNotice(process.versions.node)
  if (notice) console.log(notice)
  await holdData(run)
  await holdBuild(run)
  await assertPortFree(env.HOST, env.PORT)

  const actionKey = env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? findOrMakeActionKey(env.DATA_DIR)
  const standing = findBuild(actionKey)
  const database = startDatabase(run)
  // A Postgres of one's own answers at once, and nobody is to meet tables that are still being changed.
  if (!standing || env.POSTGRES_URL) await database
  const builtAt = standing ?? (await buildSite(run, actionKey))
  // The server and the built-in database come up side by side, as each needs a second.
  const [server, studio] = await Promise.all([serveSite(run, actionKey), database.then(openStudio)])
  await remakeTalkedAbout(server, builtAt)
  if (run.signal.aborted) return
  server.releasePages()
  // Looking for a post that is not there, it loads what draws those that are: no reader is to wait for that. Without it
  // the first one does.
  await fetch(`${server.url}/posts/-`, { signal: run.signal }).catch(() => undefined)
  console.log(`The blog is open: ${server.url.replace('127.0.0.1', 'localhost')} (Ctrl-C ends it)`)
  console.log(studio)
  publishOnTime(run, server, builtAt).catch((error: unknown) => console.error(String(error)))
  if (env.AKISMET_KEY) {
    const notice = privacyNotice(env.CONTENT_DIR)
    if (notice) console.log(notice)
    askOnTime(run, server, env.AKISMET_KEY).catch((error: unknown) => console.error(String(error)))
  }
  purgeDaily(run)
  void addLatestPostsInTime(run, server)
  void deliverLettersInTime(run)
  await once(run.signal, 'abort')
}

/** Loaded late: it would hold up the start of the database. */
async function openStudio(): Promise<string> {
  return (await import('./run/open-studio')).openStudio()
}

await runCommand(start)
