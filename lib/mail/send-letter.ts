import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer'

/** What became of a letter that was handed over. */
export type Handed =
  | { ok: true /** Where it was written; null when it was sent. */; file: string | null }
  | {
      ok: false
      /** `never`: this letter is refused for good. `later`: it alone. `closed`: the server takes none just now. */
      again: 'never' | 'later' | 'closed'
      /** Fit for a log: what a server says may name the address, so that is left out. */
      why: string
    }

/** Hands one letter over. `id` is as for `composeLetter`. Never throws. */
export type SendLetter = (message: SendMailOptions, id: string) => Promise<Handed>

/** How long the whole of it may take, in milliseconds, and how long any step of it. */
const longestSending = 30_000
const longestStep = 10_000

/** Sends letters through the mail server of this address, one connection each. */
export function sendThrough(smtpUrl: string): SendLetter {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: longestStep,
    greetingTimeout: longestStep,
    dnsTimeout: longestStep,
    socketTimeout: longestStep,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (message) => {
    try {
      await transport.sendMail({ ...message, signal: AbortSignal.timeout(longestSending) })
      return { ok: true, file: null }
    } catch (error) {
      return { ok: false, ...explain(error) }
    }
  }
}

/** Writes letters into a folder instead, for the author alone to look at: the same letter into the same file. */
export function writeInto(folder: string): SendLetter {
  const transport = createTransport({ streamTransport: true, buffer: true })
  return async (message, id) => {
    try {
      const { message: bytes } = await transport.sendMail(message)
      const file = join(folder, `${id}.eml`)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(file, bytes, { mode: 0o600 })
      return { ok: true, file }
    } catch (error) {
      return { ok: false, again: 'closed', why: explain(error).why }
    }
  }
}

/** What was said to the sender or to the one recipient is about this letter, all else about the server. */
function explain(thrown: unknown): { again: 'never' | 'later' | 'closed'; why: string } {
  const error: Partial<NodemailerError> = thrown instanceof Error ? thrown : {}
  const { command, code, responseCode } = error
  const why = [command, responseCode ?? code].filter(Boolean).join(' ') || 'unknown error'
  if (command !== 'RCPT TO' && command !== 'DATA') return { again: 'closed', why }
  return { again: responseCode && responseCode >= 500 ? 'never' : 'later', why }
}
