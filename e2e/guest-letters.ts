import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { countOpenLetters, letMinutesPass } from '../db/testing/letters'
import { portOf } from '../db/testing/port-of'
import { type OwnSite, openOwnSite } from './own-site'
import { siteInUse } from './site-in-use'
import { expect } from './test'

const author = 'author@blog.example'
const cronSecret = 'a secret for the clock'

export type SiteWithMail = OwnSite & {
  /** Has the site send all it has noted, as if a quarter of an hour had gone by. */
  sendAll: () => Promise<void>
  /** The newest letter to this address with this in its subject. */
  letterTo: (address: string, subject: string) => Promise<ParsedMail>
  /** The subjects of all letters to this address. */
  subjectsTo: (address: string) => (string | undefined)[]
}

/** A site of its own that sends its letters to a real mail server. */
export async function openSiteWithMail(name: string): Promise<SiteWithMail> {
  const arrived: ParsedMail[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    async onData(stream, _session, done) {
      arrived.push(await simpleParser(await buffer(stream)))
      done()
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const own = await openOwnSite(name, {
    // Here strangers wait.
    COMMENT_LIMITS: 'on',
    SMTP_URL: `smtp://127.0.0.1:${portOf(listening)}`,
    MAIL_FROM: `Unpicked <${author}>`,
    CRON_SECRET: cronSecret,
  })
  async function sendAll() {
    // Also, of what goes to the author nothing is gathered.
    await letMinutesPass(own.db, 16)
    await expect
      .poll(async () => {
        await fetch(`${own.url}/cron`, { headers: { authorization: `Bearer ${cronSecret}` } })
        return countOpenLetters(own.db)
      }, 'letters that are not sent')
      .toBe(0)
  }
  return {
    ...own,
    sendAll,
    subjectsTo: (address) =>
      arrived.filter((letter) => addressOf(letter) === address).map(({ subject }) => subject),
    async letterTo(address, subject) {
      const find = () =>
        arrived.findLast((letter) => addressOf(letter) === address && letter.subject?.includes(subject))
      await expect.poll(find, `a letter to ${address}: ${subject}`).toBeDefined()
      const letter = find()
      if (!letter) throw new Error('It went away.')
      return letter
    },
    async close() {
      await own.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function addressOf({ to }: ParsedMail): string {
  const [header] = [to ?? []].flat()
  return header?.text ?? ''
}

/** Where a link of a letter leads: its site believes to be at the address of the site under test. */
export function linkOf(letter: ParsedMail, label: string, { url }: OwnSite): string {
  const [, href = ''] = new RegExp(`^${label}:\n(.*)$`, 'm').exec(letter.text ?? '') ?? []
  expect(href, `the link “${label}”`).toContain(siteInUse().url)
  return url + href.slice(siteInUse().url.length)
}
