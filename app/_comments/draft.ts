import { forget, keep, longestKept, readKept } from './on-device'

/** What is kept of an unsent comment on this device. Never the e-mail address. */
export type Draft = {
  body: string
  name: string
  website: string
  /** Only the author is to read it: a draft that forgot it would be published. */
  forAuthor: boolean
  letters: boolean
  /** Sent with the comment: a second try is answered with the first comment. */
  key: string
  /** When it was last typed on, in milliseconds since 1970. */
  at: number
}

/** The comment that is answered, and whose it is; the name is null when nobody can tell. */
export type ReplyTarget = { number: number; name: string | null }

/** What a reader asked this device to remember of them. */
export type Person = { name: string; email: string; website: string }

const personKey = 'comment-person'
const replyKey = (slug: string) => `comment-reply:${slug}`
/** Each comment that is answered has a draft of its own, and so has the post. */
const draftKey = (slug: string, reply: ReplyTarget | null) =>
  reply ? `comment-draft:${slug}:${reply.number}` : `comment-draft:${slug}`

/** The draft for a post or for a reply, or null when there is none of the last 30 days. */
export function readDraft(slug: string, reply: ReplyTarget | null): Draft | null {
  const { body, name, website, forAuthor, letters, key, at } = readKept(draftKey(slug, reply))
  if (typeof body !== 'string' || typeof key !== 'string' || typeof at !== 'number') return null
  if (Date.now() - at > longestKept) {
    forgetDraft(slug, reply)
    return null
  }
  return {
    body,
    name: toText(name),
    website: toText(website),
    forAuthor: forAuthor === true,
    letters: letters === true,
    key,
    at,
  }
}

export function keepDraft(slug: string, reply: ReplyTarget | null, draft: Draft): void {
  keep(draftKey(slug, reply), draft)
  if (reply) keep(replyKey(slug), reply)
}

export function forgetDraft(slug: string, reply: ReplyTarget | null): void {
  forget(draftKey(slug, reply))
  if (reply?.number === readReply(slug)?.number) forgetReply(slug)
}

/** Which reply was being written under a post; null when none was. */
export function readReply(slug: string): ReplyTarget | null {
  const { number, name } = readKept(replyKey(slug))
  return typeof number === 'number' ? { number, name: typeof name === 'string' ? name : null } : null
}

/** The reader closed it; its draft stays for when they answer the same comment again. */
export function forgetReply(slug: string): void {
  forget(replyKey(slug))
}

export function readPerson(): Person | null {
  const { name, email, website } = readKept(personKey)
  return typeof name === 'string' ? { name, email: toText(email), website: toText(website) } : null
}

/** Null forgets. */
export function rememberPerson(person: Person | null): void {
  if (person) keep(personKey, person)
  else forget(personKey)
}

/** A UUID (RFC 9562, version 4), also where the page does not come over https and `crypto.randomUUID` is missing. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(36))
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, (_, index: number) =>
    ((bytes[index] ?? 0) % 16).toString(16),
  )
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
