import './run/load-env'
import { moderateHere } from './moderate/moderate-here'
import { runCommand } from './run/run'

/** `npm run moderate`: the author's decisions about comments, in a terminal, beside the running site or without it. */
await runCommand((run) => moderateHere(process.argv.slice(2), run))
