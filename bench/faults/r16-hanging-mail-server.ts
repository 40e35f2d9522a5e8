import { closeDb, openDb } from '../../db/client'
import { countOpenLetters, countStoredWithLetter, letMinutesPass } from '../../db/testing/letters'
import { serveMail } from '../../lib/mail/testing/mail-server'
import { type Fault, statusOf, until } from './fault'
import { postInTurns } from './post-in-turns'
import { cronSecret, withSite } from './site'

/** trust.md R16: whoever posts does not wait for the mail server, and no letter is noted without its comment, or the other way round. */
export const hangingMailServer: Fault = {
  id: 'R16',
  promise:
    'while a mail server takes connections and says nothing, posting takes as long as when it works, and each comment is stored together with its letter',
  async run(long) {
    const mail = await serveMail()
    try {
      return await withSite({ smtpUrl: mail.url }, async (site) => {
        const db = openDb(site.target, { max: 1 })
        let [said, noted] = [0, 0]
        const send = () =>
          statusOf(`${site.url}/cron`, { headers: { authorization: `Bearer ${cronSecret}` } })
        try {
          const { isUnaffected, figures } = await postInTurns(site, {
            long,
            async letGo() {
              mail.at.connection = null
              mail.hangUp()
              await until(
                'every letter has arrived',
                async () => {
                  await letMinutesPass(db, 500)
                  await send()
                  return (await countOpenLetters(db)) === 0
                },
                30_000,
              )
            },
            async hang(post) {
              // Else what comes after five letters waits for a quarter of an hour, and nobody asks the mail server.
              await letMinutesPass(db, 500)
              // A letter that is still on its way would pass for one that hangs.
              await until('no letter is on its way', async () => mail.open() === 0, 5_000)
              mail.at.connection = 'silence'
              await post()
              await until('the mail server hangs', async () => mail.open() > 0, 5_000)
            },
            isHanging: () => mail.open() > 0,
            async hung(bodies) {
              said += bodies.length
              noted += await countStoredWithLetter(db, bodies)
            },
          })
          return {
            held: isUnaffected && noted === said && mail.received.length > 0,
            figures: `${figures}; ${noted} of ${said} comments stored in one transaction with a letter, all sent later in ${mail.received.length} letters`,
          }
        } finally {
          await closeDb(db)
        }
      })
    } finally {
      await mail.close()
    }
  },
}
