import { createDatabase } from '../../db/testing/create-database'
import { killWhileSending } from '../../db/testing/kill-while-sending'
import { serveMail } from '../../lib/mail/testing/mail-server'
import type { Fault } from './fault'
import { findOrStartPostgres } from './site'

/** trust.md R16: a letter that was noted arrives, whoever is killed while sending it, and never as two. */
export const killSenders: Fault = {
  id: 'R16',
  promise: 'letters whose senders are killed arrive, and one that comes twice has one name',
  async run(long) {
    const postgres = await findOrStartPostgres()
    const target = { driver: 'pg' as const, url: await createDatabase(postgres.url) }
    const mail = await serveMail()
    const most = long ? 100 : 4
    const { letters, kills, lost, doubled, renamed } = await killWhileSending(target, mail, most)
    await mail.close()
    return {
      held: lost + renamed === 0 && kills === most,
      figures: `${kills} kills, ${letters} letters, ${lost} lost, ${doubled} twice under one Message-ID, ${renamed} under two`,
    }
  },
}
