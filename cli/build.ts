import './run/load-env'
import { ensureEmbedded } from '../db/embedded/ensure-embedded'
import { migrate } from '../db/migrate'
import { env } from '../lib/env'
import { findOrMakeActionKey } from './run/action-key'
import { buildSite, findBuild, holdBuild } from './run/build-site'
import { keepGivenPassword } from './run/open-studio'
import { type Run, runCommand } from './run/run'

async function build(run: Run) {
  await holdBuild(run)
  run.onEnd(await ensureEmbedded())
  await migrate()
  // Where nobody runs `npm start`, as on Vercel, a changed setting comes with a build.
  await keepGivenPassword()
  const actionKey = env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? findOrMakeActionKey(env.DATA_DIR)
  if (!findBuild(actionKey)) await buildSite(run, actionKey)
  console.log(`The site is built into ${env.NEXT_DIST_DIR}.`)
}

await runCommand(build)
