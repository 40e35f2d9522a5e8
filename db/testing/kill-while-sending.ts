import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import type { MailServer } from '../../lib/mail/testing/mail-server'
import { closeDb, openDb } from '../client'
import { migrate } from '../migrate'
import type { Target } from '../target'
import { addComment } from './comment-of'
import { countOpenLetters, letMinutesPass } from './letters'

const script = `
  import { once } from 'node:events'
  import { deliverLetters } from './jobs/deliver-letters.ts'
  console.log('ready')
  await once(process.stdin, 'data')
  await deliverLetters({ most: 50 })
  process.exit()`

/** What became of letters whose senders were killed. */
export type Killed = {
  /** How many were noted. */
  letters: number
  /** How many senders were killed before they were done. */
  kills: number
  /** Letters that never arrived. */
  lost: number
  /** Letters that arrived more than once, all under one Message-ID. */
  doubled: number
  /** Letters that arrived under two Message-IDs, as two letters. */
  renamed: number
}

const moments = ['arrived', 'on its way', 'at some time'] as const

/**
 * Notes letters to the author, three at a time, and kills whoever sends them: in turn just when one has arrived and that is
 * not said yet, when it is announced and not there yet, and at some moment of the time it takes, each time a later one.
 * Ends after `kills` of them, at the latest after twice as many turns, and has the rest sent. `duration` is about as long as three take, in milliseconds. Brings the
 * tables up to this version.
 */
export async function killWhileSending(
  target: Target,
  mail: MailServer,
  kills: number,
  duration = 400,
): Promise<Killed> {
  await migrate(target)
  const db = openDb(target, { max: 2 })
  const words: string[] = []
  let killed = 0
  let next: ReturnType<typeof startWorker> | undefined
  // Some have sent all before their moment comes.
  for (let turn = 0; killed < kills && turn < 2 * kills; turn += 1) {
    // A process takes longer to start than to send.
    const worker = await (next ?? startWorker(target, mail.url))
    next = startWorker(target, mail.url)
    // Over is what was left alone for a while, and the quarter of an hour in which letters are gathered.
    await letMinutesPass(db, 500)
    for (let count = 0; count < 3; count += 1) {
      words.push(`Letter ${words.length} of those that are killed.`)
      await addComment(db, { postId: 'a', status: 'held', tellsAuthor: true, body: words.at(-1) ?? '' })
    }
    const moment = moments[turn % moments.length] ?? 'at some time'
    const strike = countDown(1 + (Math.floor(turn / moments.length) % 3), worker.kill)
    mail.onRecipient = moment === 'on its way' ? strike : () => {}
    mail.onArrival = moment === 'arrived' ? strike : () => {}
    worker.go()
    if (moment === 'at some time') void wait((duration * (turn % kills)) / kills).then(worker.kill)
    if (await worker.ended) killed += 1
  }
  mail.onRecipient = () => {}
  mail.onArrival = () => {}
  for (let worker = await next; worker; ) {
    await letMinutesPass(db, 500)
    worker.go()
    await worker.ended
    worker = (await countOpenLetters(db)) > 0 ? await startWorker(target, mail.url) : undefined
  }
  await closeDb(db)
  return { kills: killed, letters: words.length, ...(await compare(words, mail)) }
}

/** Does something when it is called for the `count`th time. */
function countDown(count: number, deed: () => void): () => void {
  let left = count
  return () => {
    left -= 1
    if (left === 0) deed()
  }
}

async function compare(words: string[], mail: MailServer) {
  const letters = await Promise.all(mail.received.map(({ raw }) => simpleParser(raw)))
  const ids = words.map((each) =>
    letters.filter(({ text }) => text?.includes(`> ${each}`)).map(({ messageId }) => messageId),
  )
  return {
    lost: ids.filter((arrived) => arrived.length === 0).length,
    doubled: ids.filter((arrived) => arrived.length > 1 && new Set(arrived).size === 1).length,
    renamed: ids.filter((arrived) => new Set(arrived).size > 1).length,
  }
}

/** A process that is ready to send letters, and does so when it is told to go. `ended` tells whether it was killed. */
async function startWorker(target: Target, smtpUrl: string) {
  const address =
    target.driver === 'embedded'
      ? { POSTGRES_URL: '', DATA_DIR: target.dataDir }
      : { POSTGRES_URL: target.url }
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    env: { ...process.env, ...address, SITE_URL: '', SMTP_URL: smtpUrl, MAIL_FROM: 'author@blog.example' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(child, 'close').then(() => child.signalCode !== null)
  const isReady = await Promise.race([once(child.stdout, 'data').then(() => true), ended.then(() => false)])
  if (!isReady) throw new Error(`A process that was to send letters ended before it was ready.\n${said}`)
  return { go: () => child.stdin.write('go'), kill: () => child.kill('SIGKILL'), ended }
}
