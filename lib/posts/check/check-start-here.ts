import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { site } from '../../../content/site'
import { env } from '../../env'
import { hint } from '../did-you-mean'
import type { Mistake } from '../mistake'
import type { ParsedPost } from '../parse-file'

const file = 'content/site.ts'

/**
 * The posts `site.ts` names for new readers exist and are no drafts. Nothing is said when the posts come from
 * another folder (`CONTENT_DIR`), as in tests: that folder and this `site.ts` know nothing of each other.
 */
export function checkStartHere(posts: ParsedPost[]): Mistake[] {
  if (resolve(env.CONTENT_DIR) !== resolve('content') || !existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return site.startHere.flatMap(({ slug }) => {
    const post = posts.find((each) => each.slug === slug)
    if (post && !post.post?.draft) return []
    const index = lines.findIndex((line) => line.includes(`'${slug}'`))
    const message = post
      ? `startHere: ${slug} is a draft, which readers cannot see`
      : `startHere: there is no post ${slug}${hint(
          slug,
          posts.map((each) => each.slug),
        )}`
    return [{ file, line: index + 1 || 1, column: (lines[index]?.indexOf(`'${slug}'`) ?? 0) + 1, message }]
  })
}
