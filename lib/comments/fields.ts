import { isPlainAddress } from '../mail/plain-address'
import type { Site } from '../site'
import { cleanBody, cleanLine, isVisible } from './clean-text'
import { countCharacters } from './count-characters'
import { toWebHref } from './safe-href'

export type Lengths = Site['comments']['lengths']

/** What a reader typed, as it goes back into the form when something was wrong. */
export type Typed = {
  body: string
  name: string
  email: string
  website: string
  remember: boolean
  /** "Just for the author" was ticked. */
  forAuthor: boolean
  /** "Add my latest post" was ticked. */
  addLatest: boolean
  /** "E-mail me replies" was ticked. */
  letters: boolean
}

/** What a reader fills in, in the order of the form. */
export const fieldNames = ['body', 'name', 'email', 'website'] as const

export type FieldName = (typeof fieldNames)[number]
export type FieldErrors = Partial<Record<FieldName, string>>

type Checked<Value> = { ok: true; value: Value } | { ok: false; message: string }
type Check = (typed: string, lengths: Lengths) => Checked<string | null>

/** The comment itself: required. */
export function checkBody(typed: string, lengths: Lengths): Checked<string> {
  const value = cleanBody(typed)
  if (!isVisible(value)) return { ok: false, message: 'Write a comment before posting' }
  return withinLength('Your comment', value, lengths.body)
}

/** The writer's name: required, one line. */
export function checkName(typed: string, lengths: Lengths): Checked<string> {
  const value = cleanLine(typed)
  if (!isVisible(value)) return { ok: false, message: 'Enter your name' }
  return withinLength('Your name', value, lengths.name)
}

/** The writer's e-mail address: null when none was given. */
export function checkEmail(typed: string, lengths: Lengths): Checked<string | null> {
  const value = typed.trim()
  if (value === '') return { ok: true, value: null }
  if (countCharacters(value) > lengths.email) return withinLength('Your email', value, lengths.email)
  if (!isPlainAddress(value)) return { ok: false, message: 'Enter an email like name@example.com' }
  return { ok: true, value }
}

/** The writer's own site as an absolute http(s) address, with `https://` added when it was left out: null when none was given. */
export function checkWebsite(typed: string, lengths: Lengths): Checked<string | null> {
  const value = typed.trim()
  if (value === '') return { ok: true, value: null }
  if (countCharacters(value) > lengths.website)
    return withinLength('Your web address', value, lengths.website)
  const href = toWebAddress(value)
  if (!href) return { ok: false, message: 'Enter a web address like https://example.com' }
  return { ok: true, value: href }
}

const checks: Record<FieldName, Check> = {
  body: checkBody,
  name: checkName,
  email: checkEmail,
  website: checkWebsite,
}

/** The message for one field, or null when it is right. Needs nothing of the server: the form uses it, too. */
export function findFieldError(field: FieldName, typed: string, lengths: Lengths): string | null {
  const checked = checks[field](typed, lengths)
  return checked.ok ? null : checked.message
}

/** The messages for all fields that are wrong; empty when none is. */
export function findFieldErrors(typed: Typed, lengths: Lengths): FieldErrors {
  const errors: FieldErrors = {}
  for (const field of fieldNames) {
    const message = findFieldError(field, typed[field], lengths)
    if (message) errors[field] = message
  }
  if (typed.letters && typed.email.trim() === '') errors.email = 'Enter your email to get replies'
  return errors
}

/** Those of these messages whose fields are still wrong. No mistake is added to them. */
export function keepWrong(errors: FieldErrors, typed: Typed, lengths: Lengths): FieldErrors {
  const now = findFieldErrors(typed, lengths)
  const left = fieldNames.filter((field) => errors[field] && now[field])
  return Object.fromEntries(left.map((field) => [field, errors[field]]))
}

function withinLength(what: string, value: string, longest: number): Checked<string> {
  const over = countCharacters(value) - longest
  if (over <= 0) return { ok: true, value }
  return { ok: false, message: `${what} is ${over} character${over === 1 ? '' : 's'} too long` }
}

function toWebAddress(value: string): string | null {
  if (/[\s\p{Cc}]/u.test(value)) return null
  const given = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`
  const href = toWebHref(given)
  if (!href) return null
  const url = new URL(href)
  // `mailto:a@b.example` would otherwise become a host with a password.
  if (url.username !== '' || url.password !== '') return null
  return /\.[a-z][a-z0-9-]*\.?$/i.test(url.hostname) ? href : null
}
