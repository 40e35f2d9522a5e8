import './run/load-env'
import { holdBuild } from './run/build-site'
import { type Run, runCommand } from './run/run'
import { storeCatalogue } from './run/store-catalogue'

/** `npm run catalogue`: the step before `next build`, by itself. A site that is being served keeps its own. */
async function catalogue(run: Run) {
  await holdBuild(run)
  await storeCatalogue()
}

await runCommand(catalogue)
