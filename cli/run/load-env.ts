// Imported first by every command: `.env.local`, then `.env`, as Next reads them; what is already set stays.
import { existsSync } from 'node:fs'

for (const file of ['.env.local', '.env']) {
  if (existsSync(file)) process.loadEnvFile(file)
}
