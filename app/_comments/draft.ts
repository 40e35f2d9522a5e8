/** What is kept of an unsent comment on this device. Never the e-mail address. */
export type Draft = {
  body: string
  name: string
  website: string
  /** Only the author is to read it: a draft that forgot it would be published. */
  forAuthor: boolean
  /** Sent with the comment: a second try is answered with the first comment. */
  key: string
  /** When it was last typed on, in milliseconds since 1970. */
  at: number
}

/** What a reader asked this device to remember of them. */
export type Person = { name: string; email: string; website: string }

const longestKept = 30 * 24 * 60 * 60 * 1000
const personKey = 'comment-person'
const draftKey = (slug: string) => `comment-draft:${slug}`

/** The draft for a post, or null when there is none of the last 30 days. */
export function readDraft(slug: string): Draft | null {
  const { body, name, website, forAuthor, key, at } = read(draftKey(slug))
  if (typeof body !== 'string' || typeof key !== 'string' || typeof at !== 'number') return null
  if (Date.now() - at > longestKept) {
    forget(draftKey(slug))
    return null
  }
  return { body, name: toText(name), website: toText(website), forAuthor: forAuthor === true, key, at }
}

export function keepDraft(slug: string, draft: Draft): void {
  keep(draftKey(slug), draft)
}

export function forgetDraft(slug: string): void {
  forget(draftKey(slug))
}

export function readPerson(): Person | null {
  const { name, email, website } = read(personKey)
  return typeof name === 'string' ? { name, email: toText(email), website: toText(website) } : null
}

/** Null forgets. */
export function rememberPerson(person: Person | null): void {
  if (person) keep(personKey, person)
  else forget(personKey)
}

/** A UUID (RFC 9562, version 4), also where the page does not come over https and `crypto.randomUUID` is missing. */
export function makeKey(): string {
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Storage may be full, switched off or hold what another page wrote: all of it counts as nothing kept. */
function read(name: string): Record<string, unknown> {
  try {
    return { ...JSON.parse(localStorage.getItem(name) ?? '{}') }
  } catch {
    return {}
  }
}

function keep(name: string, value: object): void {
  try {
    localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Nothing to tell: the text is still in the form.
  }
}

function forget(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // As above.
  }
}
