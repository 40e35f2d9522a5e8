import { z } from 'zod'
import { site } from '../../content/site'
import { findHidden } from './hidden-characters'
import { dyes } from './post'
import { slugify } from './slugify'
import { zonedTime } from './zoned-time'

/** The file itself is searched for hidden characters as well; here they may have come as escapes: `"\\u202e"`. */
const words = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .refine((text) => findHidden(text).length === 0, 'holds a character nobody can see')
const slug = z
  .string('must be a slug')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a slug: small letters, digits and single hyphens')
const named = words.refine((name) => slugify(name) !== '', 'needs at least one letter or digit')

const instant = z.string('must be a date: 2026-11-24 or 2026-11-24T08:30').transform((text, context) => {
  const date = zonedTime(text, site.timeZone)
  if (date) return date.toISOString()
  context.addIssue({
    code: 'custom',
    message: `must be a day that exists, written 2026-11-24 or 2026-11-24T08:30 (it is ${JSON.stringify(text)})`,
  })
  return z.NEVER
})

const language = z.string('must be a language: ar').transform((text, context) => {
  const locale = readLocale(text)
  if (locale) return locale.toString()
  context.addIssue({
    code: 'custom',
    message: `must be a language, as in lang: ar or lang: de-AT (it is ${JSON.stringify(text)})`,
  })
  return z.NEVER
})

/** Null for what is no language: none has more than three letters (BCP 47, 2.2.1), and `arabic` would pass for one. */
function readLocale(text: string): Intl.Locale | null {
  try {
    const locale = new Intl.Locale(text)
    return locale.language.length <= 3 ? locale : null
  } catch {
    return null
  }
}

const page = { title: words, description: words }

/** The front matter of a page. */
export const pageSchema = z.strictObject(page)

/** The front matter of a post. Days and times are read in the site's zone and come out as ISO 8601 instants. */
export const postSchema = z.strictObject({
  id: slug.optional(),
  ...page,
  date: instant,
  updated: instant.optional(),
  lang: language.optional(),
  tags: z.array(named, 'must be a list: [wool, patience]').default([]),
  series: z
    .strictObject(
      { name: named, order: z.int('must be a whole number').min(1, 'counts from 1') },
      'must be { name: A series, order: 1 }',
    )
    .optional(),
  draft: z.boolean('must be true or false').default(false),
  enjoy: z
    .union([slug, z.strictObject({ post: slug, sentence: words.optional() })], {
      error: 'must be the slug of a post, or { post: its-slug, sentence: "Why." }',
    })
    .optional(),
  image: z
    .strictObject({ src: words, alt: words }, 'must be { src: /images/x.svg, alt: what it shows }')
    .optional(),
  dye: z.enum(dyes, `must be one of ${dyes.join(', ')}`).optional(),
  comments: z.boolean('must be true or false').default(true),
  redirects: z
    .array(
      z
        .string('must be an address')
        .regex(/^\/[^\s?#]*[^\s?#/]$/, 'must be an old address of this site: /2019/05/a-post'),
      'must be a list of old addresses',
    )
    .default([]),
})

export type PostFrontMatter = z.output<typeof postSchema>
