import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// A test has this come before all else (`vi.hoisted`): the environment is read once.
Object.assign(process.env, {
  DATA_DIR: mkdtempSync(join(tmpdir(), 'letters-')),
  POSTGRES_URL: '',
  SMTP_URL: '',
  MAIL_FROM: 'Unpicked <author@blog.example>',
})
