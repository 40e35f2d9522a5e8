import type { SendMailOptions } from 'nodemailer'
import { cleanLine } from '../comments/clean-text'
import { keyedHash } from '../http/keyed-hash'
import type { Letter } from './letter'
import { letterToHtml } from './letter-html'
import { letterToText } from './letter-text'
import type { Mailbox } from './mailbox'
import { isPlainAddress } from './plain-address'

export type Sender = {
  from: { name: string; address: Mailbox['address'] }
  /** The host of our Message-IDs. */
  host: string
  /** What they are hashed with: they tell nobody how many letters there were, or about what. */
  key: string
  /** BCP 47. */
  language: string
}

/** Longer than any subject of ours with a name and a title as long as names and titles are. */
const longestSubject = 150

/**
 * A letter as nodemailer takes it. `id` names it among all letters: the same id has the same Message-ID, however often it
 * is sent. What a stranger typed stands in the subject, the text and the HTML, and in no address: To is the plain address,
 * and so is the one recipient of the envelope. Throws when it is not one.
 */
export function composeLetter(
  { to, subject, parts, about, stopHref }: Letter,
  id: string,
  { from, host, key, language }: Sender,
): SendMailOptions {
  if (!isPlainAddress(to)) throw new Error('A letter goes to a plain address alone.')
  const idOf = (name: string) => `<${keyedHash(key, name)}@${host}>`
  const references = about.map((name) => idOf(`about ${name}`))
  const line = cutSubject(cleanLine(subject))
  return {
    from,
    to: { name: '', address: to },
    replyTo: from,
    envelope: { from: from.address, to: [to] },
    subject: line,
    messageId: idOf(`letter ${id}`),
    references,
    inReplyTo: references.at(-1),
    text: letterToText(parts),
    html: letterToHtml(parts, line, language),
    headers: {
      // Nobody's "I am away" answers it (RFC 3834; the second is for Exchange, which does not read the first).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(stopHref !== null && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    ...(stopHref !== null && { list: { unsubscribe: stopHref } }),
    // A text that looks like a path stays a text.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function cutSubject(line: string): string {
  const characters = [...line]
  return characters.length <= longestSubject
    ? line
    : `${characters
        .slice(0, longestSubject - 1)
        .join('')
        .trimEnd()}…`
}
