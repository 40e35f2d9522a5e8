import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { site } from '../../../content/site'
import { env } from '../../env'
import { hint } from '../did-you-mean'
import type { Mistake } from '../mistake'
import type { ParsedPost } from '../parse-file'
import { reserved } from './addresses'

const file = 'content/site.ts'

/**
 * What `site.ts` names is there: the posts for new readers, which are no drafts, and the addresses of its
 * navigation; and what it says is gone is not. Nothing is said when the posts come from another folder (`CONTENT_DIR`), as in tests: that folder and
 * this `site.ts` know nothing of each other.
 */
export function checkSite(posts: ParsedPost[], addresses: ReadonlyMap<string, unknown>): Mistake[] {
  if (resolve(env.CONTENT_DIR) !== resolve('content') || !existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  const mistakeAt = (value: string, message: string): Mistake => {
    const index = lines.findIndex((line) => line.includes(`'${value}'`))
    return { file, line: index + 1 || 1, column: (lines[index]?.indexOf(`'${value}'`) ?? 0) + 1, message }
  }
  const picks = site.startHere.flatMap(({ slug }) => {
    const message = wrongWithPick(slug, posts)
    return message === null ? [] : [mistakeAt(slug, `startHere: ${message}`)]
  })
  const links = [...site.navigation, ...site.foot].flatMap(({ href }) =>
    !href.startsWith('/') || addresses.has(href)
      ? []
      : [mistakeAt(href, `there is no ${href} on this site${hint(href, addresses.keys())}`)],
  )
  const gone = site.gone.flatMap((address) => {
    const message = wrongWithGone(address, addresses)
    return message === null ? [] : [mistakeAt(address, `gone: ${message}`)]
  })
  return [...picks, ...links, ...gone]
}

function wrongWithPick(slug: string, posts: ParsedPost[]): string | null {
  const found = posts.find((each) => each.slug === slug)
  if (found) return found.post?.draft ? `${slug} is a draft, which readers cannot see` : null
  const slugs = posts.map((each) => each.slug)
  return `there is no post ${slug}${hint(slug, slugs)}`
}

function wrongWithGone(address: string, addresses: ReadonlyMap<string, unknown>): string | null {
  if (addresses.has(address) || reserved.has(address.slice(1)))
    return `${address} is an address of this site, and would answer that it is gone`
  return /^\/[^\s?#]*[^\s?#/]$/.test(address) ? null : `write an old address of this site: /2019/05/a-post`
}
