import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMDX } from 'next-mdx-remote/rsc'
import { highlight } from '../../lib/posts/mdx/highlight'
import { rehypePlugins, remarkPlugins } from '../../lib/posts/mdx/page-plugins'
import { type ParsedPost, parsePost } from '../../lib/posts/parse-file'
import { splitFile } from '../../lib/posts/split-file'
import { relate } from '../../lib/related/relate'
import { indexCatalogue } from '../../lib/search/index-catalogue'
import { slugOf } from '../measure/content'
import type { Figure } from '../measure/figure'

function Bare() {
  return null
}
const components = { Tweetable: Bare, Callout: Bare, Sponsored: Bare, Figure: Bare }

/** What the steps of a build cost for each of `count` posts in `content`, in milliseconds of processor. */
export async function shares(content: string, count: number): Promise<Figure[]> {
  const sources = Array.from({ length: count }, (_, index) => {
    const slug = slugOf(index + 1)
    const text = readFileSync(join(content, 'posts', `${slug}.mdx`), 'utf8')
    return { file: `posts/${slug}.mdx`, slug, hash: slug, ...splitFile(text) }
  })
  const compile = (highlights: boolean) => async () => {
    for (const { body } of sources) {
      await compileMDX({
        source: body,
        components,
        options: {
          blockJS: true,
          mdxOptions: {
            remarkPlugins,
            rehypePlugins: rehypePlugins.filter((plugin) => highlights || plugin !== highlight),
          },
        },
      })
    }
  }
  // What is loaded once is loaded before anything is measured.
  sources.map(parsePost)
  await compile(true)()
  let parsed: ParsedPost[] = []
  const check = await processorOf(async () => {
    parsed = sources.map(parsePost)
  })
  const plain = await processorOf(compile(false))
  const coloured = await processorOf(compile(true))
  const related = await processorOf(async () => {
    relate(
      parsed.flatMap(({ post, terms }) =>
        post ? [{ key: post.id, terms, group: null, lang: 'en', published: true }] : [],
      ),
    )
  })
  const posts = parsed.flatMap(({ post }) => (post ? [{ ...post, related: [] }] : []))
  const trees = new Map(parsed.flatMap(({ hash, packed }) => (packed === null ? [] : [[hash, packed]])))
  const searched = await processorOf(async () => {
    indexCatalogue({ posts, trees })
  })
  const steps = {
    'read and checked': check,
    'compiled as MDX, without colours in code': plain,
    'its code coloured (every fourth has some)': coloured - plain,
    'related posts found': related,
    'its words put into the search index': searched,
  }
  return Object.entries(steps).map(
    ([what, milliseconds]): Figure => ({
      what: `of a build with ${count} posts, for each: ${what}`,
      unit: 'ms/post',
      ours: [milliseconds / count],
    }),
  )
}

/** Milliseconds of processor, of this process, until it is done. */
async function processorOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
