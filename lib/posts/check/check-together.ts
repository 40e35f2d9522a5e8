import type { Mistake } from '../mistake'
import type { ParsedPage, ParsedPost } from '../parse-file'
import { slugify } from '../slugify'
import { listAddresses, reserved } from './addresses'
import { checkEnjoy } from './check-enjoy'
import { checkOwnLinks } from './check-own-links'
import { checkSite } from './check-site'

/** The mistakes that only show when all files are known. `now` decides which posts readers can reach already. */
export function checkTogether(posts: ParsedPost[], pages: ParsedPage[], now: Date): Mistake[] {
  const addresses = listAddresses(posts, pages)
  const bySlug = new Map(posts.map((parsed) => [parsed.slug, parsed]))
  return [
    ...posts.flatMap((parsed) => checkEnjoy(parsed, bySlug, now)),
    ...[...posts, ...pages].flatMap((parsed) => checkOwnLinks(parsed, addresses, now)),
    ...checkIds(posts),
    ...checkRedirects(posts, pages),
    ...checkSeries(posts),
    ...checkTags(posts),
    ...checkPageNames(pages),
    ...checkSite(posts, addresses),
  ]
}

/** Comments hang on ids: two posts with one id would share them. A post whose own slug it is comes before one that writes it. */
function checkIds(posts: ParsedPost[]): Mistake[] {
  const ids = posts.flatMap((parsed) => (parsed.post ? [{ parsed, key: parsed.post.id }] : []))
  const own = ids.filter(({ parsed, key }) => key === parsed.slug)
  const written = ids.filter(({ parsed, key }) => key !== parsed.slug)
  return clashes([...own, ...written]).map(({ parsed, key, first }) =>
    mistakeAt(parsed, ['id'], `${first.slug} has the id "${key}" already`),
  )
}

function checkRedirects(posts: ParsedPost[], pages: ParsedPage[]): Mistake[] {
  const olds = posts.flatMap((parsed) =>
    (parsed.post?.redirects ?? []).map((key, index) => ({ parsed, key, index })),
  )
  const taken = new Set([
    ...posts.map(({ slug }) => `/posts/${slug}`),
    ...pages.map(({ slug }) => `/${slug}`),
  ])
  const occupied = olds.flatMap(({ parsed, key, index }) => {
    const [, first = '', ...rest] = key.split('/')
    const ours = taken.has(key) || (reserved.has(first) && !(first === 'posts' && rest.length === 1))
    return ours
      ? [mistakeAt(parsed, ['redirects', index], `${key} is an address of this site now and cannot redirect`)]
      : []
  })
  const twice = clashes(olds).map(({ parsed, key, index, first }) =>
    mistakeAt(parsed, ['redirects', index], `${first.slug} redirects ${key} already`),
  )
  return [...occupied, ...twice]
}

function checkSeries(posts: ParsedPost[]): Mistake[] {
  const parts = posts.flatMap((parsed) =>
    parsed.post?.series ? [{ parsed, series: parsed.post.series }] : [],
  )
  const sameOrder = clashes(
    parts.map(({ parsed, series }) => ({ parsed, key: `${series.slug} ${series.order}` })),
  ).map(({ parsed, first }) =>
    mistakeAt(
      parsed,
      ['series', 'order'],
      `${first.slug} is part ${parsed.post?.series?.order} of this series already`,
    ),
  )
  const names = new Map<string, string>()
  const spelled = parts.flatMap(({ parsed, series }) => {
    const name = names.get(series.slug) ?? series.name
    names.set(series.slug, name)
    return name === series.name
      ? []
      : [mistakeAt(parsed, ['series', 'name'], `this series is spelled "${name}" elsewhere`)]
  })
  return [...sameOrder, ...spelled]
}

/** Two words that make one address would be one tag: `C` and `C++`. Capitals are no difference. */
function checkTags(posts: ParsedPost[]): Mistake[] {
  const firsts = new Map<string, string>()
  return posts.flatMap((parsed) =>
    (parsed.post?.tags ?? []).flatMap((tag, index) => {
      const slug = slugify(tag)
      const first = firsts.get(slug) ?? tag
      firsts.set(slug, first)
      return first.toLowerCase() === tag.toLowerCase()
        ? []
        : [
            mistakeAt(
              parsed,
              ['tags', index],
              `"${tag}" and "${first}" are one tag by their address, /tags/${slug}`,
            ),
          ]
    }),
  )
}

function checkPageNames(pages: ParsedPage[]): Mistake[] {
  return pages
    .filter(({ slug }) => reserved.has(slug))
    .map((parsed) => ({
      file: parsed.path,
      line: 1,
      column: 1,
      message: `/${parsed.slug} is an address of the site itself: rename the file`,
    }))
}

/** Those that come second with a key, each with the one that had it first. */
function clashes<Item extends { parsed: ParsedPost; key: string }>(
  items: Item[],
): (Item & { first: ParsedPost })[] {
  const firsts = new Map<string, ParsedPost>()
  return items.flatMap((item) => {
    const first = firsts.get(item.key)
    if (first) return [{ ...item, first }]
    firsts.set(item.key, item.parsed)
    return []
  })
}

function mistakeAt(parsed: ParsedPost, path: PropertyKey[], message: string): Mistake {
  return { file: parsed.path, ...parsed.place(path), message }
}
