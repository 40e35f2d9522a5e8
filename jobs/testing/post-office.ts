import { rmSync } from 'node:fs'
import { simpleParser } from 'mailparser'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { closeDb, getDb } from '../../db/client'
import { type EmbeddedServer, startEmbedded } from '../../db/embedded/start-embedded'
import { migrate } from '../../db/migrate'
import { addComment } from '../../db/testing/comment-of'
import { forgetLetters } from '../../db/testing/letters'
import { env } from '../../lib/env'
import { sendThrough } from '../../lib/mail/send-letter'
import { type MailServer, serveMail } from '../../lib/mail/testing/mail-server'
import { deliverLetters } from '../deliver-letters'

/**
 * A database and a mail server for the tests of a file that had `own-data` come first; each begins without letters.
 * `said` is what stands in the log, `subjects` what arrived.
 */
export function openPostOffice() {
  let database: EmbeddedServer | undefined
  let server: MailServer | undefined
  const said: string[] = []

  beforeAll(async () => {
    database = await startEmbedded(env.DATA_DIR)
    await migrate()
  })
  afterAll(async () => {
    await closeDb(getDb())
    await database?.stop()
    rmSync(env.DATA_DIR, { recursive: true })
  })
  beforeEach(async () => {
    await forgetLetters(getDb())
    server = await serveMail()
    said.length = 0
    for (const stream of ['log', 'error'] as const) {
      vi.spyOn(console, stream).mockImplementation((line: string) => void said.push(line))
    }
  })
  afterEach(async () => {
    await server?.close()
    vi.restoreAllMocks()
  })

  function mail(): MailServer {
    if (!server) throw new Error('There is no mail server yet.')
    return server
  }
  return {
    said,
    mail,
    async reopen() {
      server = await serveMail()
    },
    /** Sends what is due, and gives how many letters that were. */
    send: () => deliverLetters({ most: 50, send: sendThrough(mail().url) }),
    /** Stores a comment that waits, of which the author is told. */
    add: (given: Partial<Parameters<typeof addComment>[1]> = {}) =>
      addComment(getDb(), { postId: 'a', tellsAuthor: true, status: 'held', name: 'Ode', ...given }),
    subjects: () => Promise.all(mail().received.map(async ({ raw }) => (await simpleParser(raw)).subject)),
  }
}
