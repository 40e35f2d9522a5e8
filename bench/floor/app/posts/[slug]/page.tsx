import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMDX } from 'next-mdx-remote/rsc'
import type { ReactNode } from 'react'
import remarkGfm from 'remark-gfm'

/** The posts of `FLOOR_CONTENT` through next-mdx-remote and nothing else: what their build must cost. */
export const dynamicParams = false

const folder = join(process.env.FLOOR_CONTENT ?? '', 'posts')

export function generateStaticParams() {
  return readdirSync(folder).map((file) => ({ slug: file.replace(/\.mdx$/, '') }))
}

function Bare({ children }: { children?: ReactNode }) {
  return <div>{children}</div>
}

export default async function Post({ params }: { params: Promise<{ slug: string }> }) {
  const { content } = await compileMDX({
    source: readFileSync(join(folder, `${(await params).slug}.mdx`), 'utf8'),
    components: { Tweetable: Bare, Callout: Bare },
    options: { parseFrontmatter: true, mdxOptions: { remarkPlugins: [remarkGfm] } },
  })
  return <main>{content}</main>
}
