import './run/load-env'
import { runCommand } from './run/run'
import { storeCatalogue } from './run/store-catalogue'

await runCommand(storeCatalogue)
