import { runCommand } from './run/run'
import { storeCatalogue } from './run/store-catalogue'

/** `npm run catalogue`: the step before `next build`, by itself. */
await runCommand(storeCatalogue)
