import { readdirSync, readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { site } from '../../../content/site'
import { readContentFile } from '../content-file'
import { formatMistake } from '../mistake'
import { parsePost } from '../parse-file'
import { checkSite } from './check-site'

const lines = readFileSync('content/site.ts', 'utf8').split('\n')

/** `content/site.ts:LINE:COLUMN` of a text in it. */
function placeOf(text: string): string {
  const line = lines.findIndex((each) => each.includes(`'${text}'`))
  return `content/site.ts:${line + 1}:${(lines[line]?.indexOf(`'${text}'`) ?? -1) + 1}`
}

// The author's own posts and `site.ts` are the only ones it looks at.
const files = readdirSync('content/posts').filter((name) => name.endsWith('.mdx'))
const posts = await Promise.all(files.map(async (name) => parsePost(await readContentFile(`posts/${name}`))))
const hrefs = [...site.navigation, ...site.foot].map(({ href }) => href)
const addresses = new Map(hrefs.map((href) => [href, null]))
const [pick = ''] = site.startHere.map(({ slug }) => slug)

function mistakes(of = posts, at = addresses): string[] {
  return checkSite(of, at).map(formatMistake)
}

test('what the author has written is right', () => {
  expect(mistakes()).toEqual([])
})

test('a post for new readers that is not there is named where it is written', () => {
  const without = posts.filter(({ slug }) => slug !== pick)
  expect(mistakes(without)).toEqual([`${placeOf(pick)} startHere: there is no post ${pick}`])
})

test('a post for new readers that has another name now is shown with it', () => {
  const renamed = posts.map((each) => (each.slug === pick ? { ...each, slug: `${pick}s` } : each))
  expect(mistakes(renamed)).toEqual([
    `${placeOf(pick)} startHere: there is no post ${pick}; did you mean ${pick}s?`,
  ])
})

test('a post for new readers must not be a draft', () => {
  const drafted = posts.map((each) =>
    each.slug === pick && each.post ? { ...each, post: { ...each.post, draft: true } } : each,
  )
  expect(mistakes(drafted)).toEqual([
    `${placeOf(pick)} startHere: ${pick} is a draft, which readers cannot see`,
  ])
})

test('navigation leads to addresses of this site', () => {
  const without = new Map(addresses)
  without.delete('/privacy')
  without.set('/privac', null)
  expect(mistakes(posts, without)).toEqual([
    `${placeOf('/privacy')} there is no /privacy on this site; did you mean /privac?`,
  ])
})

test('what is said to be gone must not be there', () => {
  const [gone = ''] = site.gone
  expect(mistakes(posts, new Map([...addresses, [gone, null]]))).toEqual([
    `${placeOf(gone)} gone: ${gone} is an address of this site, and would answer that it is gone`,
  ])
})

test('the posts of another folder are not held against this site', async () => {
  vi.resetModules()
  vi.stubEnv('CONTENT_DIR', '/elsewhere')
  const { checkSite: checkElsewhere } = await import('./check-site')
  vi.unstubAllEnvs()
  expect(checkElsewhere([], new Map())).toEqual([])
})
