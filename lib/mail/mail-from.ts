import { site } from '../../content/site'
import { env } from '../env'
import type { Mailbox } from './mailbox'

/** Where letters come from while nobody has said so, and none is sent: a name that leads nowhere (RFC 2606). */
const nowhere = 'author@blog.invalid'

/** Whom all letters come from. Those to the author go there, too. */
export const mailFrom = {
  name: env.MAIL_FROM?.name ?? site.name,
  address: env.MAIL_FROM?.address ?? nowhere,
} satisfies Mailbox
