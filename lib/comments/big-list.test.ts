import bigList from 'big-list-of-naughty-strings/blns.json' with { type: 'json' }
import { afterAll, expect, test } from 'vitest'
import { site } from '../../content/site'
import { checkBody, checkName, checkWebsite } from './fields'
import { toWebHref } from './safe-href'
import { textToHtml } from './text-to-html'

const { lengths } = site.comments
const all = [...new Set(bigList)]
let inert = 0

afterAll(() => {
  console.info(
    `T2: ${inert} of ${all.length} strings of the Big List of Naughty Strings are inert in every field`,
  )
})

/** The only tags that a text may become, each as it is written. */
const ours =
  /^<(?:\/?(?:p|em|strong|code|pre|blockquote)|br|\/a|a href="(?:https?:\/\/|mailto:)[^"<>]*" rel="ugc nofollow noopener")>$/

test.each(all)('%j', (typed) => {
  const body = checkBody(typed, lengths)
  const name = checkName(typed, lengths)
  const website = checkWebsite(typed, lengths)
  if (body.ok) {
    const tags = textToHtml(body.value).match(/<[^>]*>?/g) ?? []
    expect(tags.filter((tag) => !ours.test(tag))).toEqual([])
    expect(checkBody(body.value, lengths), 'what is stored is stored the same again').toEqual(body)
  }
  if (name.ok) {
    expect(name.value).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u)
    expect(checkName(name.value, lengths)).toEqual(name)
  }
  if (website.ok && website.value !== null) expect(toWebHref(website.value)).toMatch(/^https?:\/\/[^\s"<>]+$/)
  expect(toWebHref(typed) ?? 'http://', 'in a row that came from elsewhere').toMatch(/^https?:\/\//)
  inert += 1
})
