import { LRUCache } from 'lru-cache'
import { compileMDX } from 'next-mdx-remote/rsc'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { env } from '@/lib/env'
import { languageOf } from '@/lib/posts/language'
import { hasCode } from '@/lib/posts/mdx/has-code'
import { rehypePlugins, remarkPlugins } from '@/lib/posts/mdx/page-plugins'
import { parsed } from '@/lib/posts/mdx/parsed'
import { isPaid } from '@/lib/posts/paid-links'
import type { Page, Post } from '@/lib/posts/post'
import { readTree } from '@/lib/posts/read-tree'
import { quoteMarks } from '@/lib/quotes/quote-marks'
import { A } from './a'
import { Callout } from './callout'
import { CopyCode } from './copy-code'
import { Figure } from './figure'
import { H2, H3 } from './heading'
import { Pre } from './pre'
import { Sponsored } from './sponsored'
import { Table } from './table'
import { TaskBox } from './task-box'
import { Tweetable } from './tweetable'

/** By file and content, so that a page made again after a comment costs no compiling. */
const compiled = new LRUCache<string, ReactElement>({ max: 200 })

/** The text of a post or a page. The only door to next-mdx-remote, which is no longer maintained. */
export async function Mdx({ source }: { source: Post | Page }) {
  const key = `${source.file} ${source.hash}`
  const known = compiled.get(key)
  if (known) return known
  const tree = await readTree(source)
  const copies = hasCode(tree)
  const { content } = await compileMDX({
    // The check has parsed it: it is compiled from there, and the two cannot read it differently.
    source: '',
    components: elementsFor(source),
    options: {
      blockJS: true,
      mdxOptions: { remarkPlugins: [parsed(tree), ...remarkPlugins], rehypePlugins },
    },
  })
  const page = copies ? (
    <>
      {content}
      <CopyCode />
    </>
  ) : (
    content
  )
  compiled.set(key, page)
  return page
}

/** Attributes arrive as the author typed them, as text; the check has seen to it that they fit. */
function elementsFor(source: Post | Page) {
  return {
    a: Link,
    h2: H2,
    h3: H3,
    // Of Markdown, only the boxes of a task list are inputs.
    input: TaskBox,
    pre: Pre,
    table: Table,
    Callout,
    Sponsored,
    Figure: SizedFigure,
    ...('quotes' in source && { Tweetable: quoteCards(source) }),
  }
}

/** The cards of one post: in its text they have numbers, all else is in the catalogue. */
function quoteCards(post: Post) {
  const url = `${env.SITE_URL}/posts/${post.slug}`
  const marks = quoteMarks(languageOf(post).dir === 'rtl')
  return ({ number, children }: { number: string; children: ReactNode }) => {
    const quote = post.quotes.find((each) => String(each.number) === number)
    return quote ? (
      <Tweetable quote={quote} url={url} quoteUrl={`${url}/quotes/${number}`} marks={marks}>
        {children}
      </Tweetable>
    ) : null
  }
}

/** Links inside the page (notes and their way back) keep their attributes; all others are the author's. */
function Link({ href = '', children, ...rest }: ComponentProps<'a'>) {
  if (href.startsWith('#'))
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    )
  return (
    <A href={href} paid={isPaid(href)}>
      {children}
    </A>
  )
}

type FigureText = Omit<ComponentProps<typeof Figure>, 'width' | 'height'> & { width: string; height: string }

function SizedFigure({ width, height, ...rest }: FigureText) {
  return <Figure {...rest} width={Number(width)} height={Number(height)} />
}
