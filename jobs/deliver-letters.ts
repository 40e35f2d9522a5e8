import { randomUUID } from 'node:crypto'
import { site } from '../content/site'
import { noteAnswerSent } from '../db/answers'
import { describeError } from '../db/describe-error'
import { dropLetter, endLetter, hasDueLetter, type LetterJob, takeLetter } from '../db/letter-jobs'
import { enterOffice, leaveOffice } from '../db/letter-office'
import { findOrMakeSecret } from '../db/secrets'
import { env } from '../lib/env'
import { composeLetter } from '../lib/mail/compose'
import type { Letter } from '../lib/mail/letter'
import { letterKinds, letterWorkSchema } from '../lib/mail/letter-work'
import { lettersFolder } from '../lib/mail/letters-folder'
import { mailFrom } from '../lib/mail/mail-from'
import { offersLetters } from '../lib/mail/offers-letters'
import { type SendLetter, sendThrough, writeInto } from '../lib/mail/send-letter'
import { type LetterWriters, letterWriters, writeLetter } from './letters/letter-writers'

type Settings = {
  /** How many letters, at most. */
  most: number
  /** Aborted when no other is to be begun. */
  signal?: AbortSignal
  send?: SendLetter
  writers?: LetterWriters
}

/**
 * Writes and sends the letters that are due, one after the other, unless another worker of any process is at it. Gives how
 * many it sent. A letter is sent at least once: when somebody is killed between sending and noting it, it is sent again,
 * under the same Message-ID. One that is not taken is tried again for three days, and then given up. What goes wrong with
 * a letter is said in the log, without whom it was for. Throws when the database does not answer.
 */
export async function deliverLetters({
  most,
  signal,
  send = findDoor(),
  writers = letterWriters,
}: Settings): Promise<number> {
  if (!offersLetters) return 0
  const holder = randomUUID()
  const kinds = letterKinds.filter((kind) => writers[kind])
  let left = most
  let sent = 0
  const isOpen = () => left > 0 && !signal?.aborted
  // Looked for again after each round: whoever noted one meanwhile may have found us in, and gone away.
  while (isOpen() && (await hasDueLetter(kinds)) && (await enterOffice(holder))) {
    let outcome: Outcome = 'kept'
    do {
      const job = await takeLetter(kinds)
      if (!job) break
      left -= 1
      outcome = await deliver(job, send, writers)
      if (outcome === 'sent') sent += 1
    } while (isOpen() && outcome !== 'closed' && (await enterOffice(holder)))
    await leaveOffice(holder, outcome === 'closed')
  }
  return sent
}

function findDoor(): SendLetter {
  return env.SMTP_URL === undefined ? writeInto(lettersFolder) : sendThrough(env.SMTP_URL)
}

/** `closed`: the mail server takes nothing from anybody just now. */
type Outcome = 'sent' | 'kept' | 'closed'

async function deliver(
  { id, work, isLast }: LetterJob,
  send: SendLetter,
  writers: LetterWriters,
): Promise<Outcome> {
  try {
    const parsed = letterWorkSchema.parse(work)
    const letter = await writeLetter(parsed.letter, parsed, writers)
    if (letter === null) {
      await dropLetter(id)
      return 'kept'
    }
    const handed = await send(await compose(letter, id), String(id))
    if (handed.ok) {
      if (parsed.letter === 'answer') await noteAnswerSent(parsed.answer)
      await endLetter(id)
      if (handed.file !== null) console.log(`A letter was written: ${handed.file}`)
      return 'sent'
    }
    const isOver = handed.again === 'never' || isLast
    if (isOver) await endLetter(id)
    console.error(
      `Letter ${id} was not sent (${handed.why}), and is ${isOver ? 'given up' : 'tried again later'}.`,
    )
    return handed.again === 'closed' ? 'closed' : 'kept'
  } catch (error) {
    console.error(`Letter ${id} was not sent, or not noted as sent: ${describeError(error)}`)
    if (isLast) await endLetter(id)
    return 'kept'
  }
}

async function compose(letter: Letter, id: number) {
  return composeLetter(letter, String(id), {
    from: mailFrom,
    host: new URL(env.SITE_URL).hostname,
    key: await findOrMakeSecret('letters'),
    language: site.language,
  })
}
