// Imported first by every command but `npm test`, which wants no settings: `.env.local`, then `.env`, as Next reads
// them; what is already set stays.
import { existsSync } from 'node:fs'

for (const file of ['.env.local', '.env']) {
  if (existsSync(file)) process.loadEnvFile(file)
}

// What is wrong before the command itself begins, in the environment above all, is said without a stack.
process.once('uncaughtException', (error) => {
  console.error(error.message)
  process.exit(1)
})
