import './run/load-env'
import { once } from 'node:events'
import { env } from '../lib/env'
import { findOrMakeActionKey } from './run/action-key'
import { holdData, startDatabase } from './run/database'
import { startNext } from './run/next-process'
import { openStudio } from './run/open-studio'
import { assertPortFree } from './run/port'
import { type Run, runCommand } from './run/run'

async function dev(run: Run) {
  await holdData(run)
  await startDatabase(run)
  console.log(await openStudio())
  await assertPortFree(env.HOST, env.PORT)
  const actionKey = env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? findOrMakeActionKey(env.DATA_DIR)
  const { ended } = startNext(
    run,
    ['dev', '--port', String(env.PORT), '--hostname', env.HOST],
    { NODE_ENV: 'development', NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey },
    'terminal',
  )
  void ended.then((how) => run.fail(`Next ended by itself (${how ?? 'exit code 0'}).`))
  await once(run.signal, 'abort')
}

await runCommand(dev)
