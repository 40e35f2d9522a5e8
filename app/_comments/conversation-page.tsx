import type { Metadata } from 'next'
import { NoPage } from '@/components/no-page'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { env } from '@/lib/env'
import { findPost } from '@/lib/posts/find-post'
import { Conversation } from './conversation'
import { findClosed } from './find-closed'
import { type FurtherView, readFurtherPage } from './read-conversation'

type ConversationPageProps = { slug: string; view: FurtherView | null }

/** A further page of a post's comments, with the form; a 404 for a post or page that does not exist. */
export async function ConversationPage({ slug, view }: ConversationPageProps) {
  const post = await findPost(slug)
  if (!post || !view) return <NoPage />
  const [page] = await Promise.all([
    readFurtherPage(post, view),
    // For the form below: asked now, so that a database that hangs is waited for once.
    findClosed(post),
  ])
  if (page === null) return <NoPage />
  return (
    <SiteFrame site={site} skipTo="the comments">
      <header className="grid page-head">
        <div>
          <h1>
            Comments on <a href={`/posts/${post.slug}`}>{post.title}</a>
          </h1>
        </div>
      </header>
      <Conversation post={post} page={page} title={`Comments on ${post.title} · ${site.name}`} view={view} />
    </SiteFrame>
  )
}

/** The head of such a page: finders are sent to the post. The title is left to the form, which changes it when something is wrong. */
export async function conversationMetadata(slug: string, isIndexed: boolean): Promise<Metadata> {
  const post = await findPost(slug)
  if (!post) return {}
  return {
    title: null,
    description: `What readers say about ${post.title}.`,
    alternates: { canonical: `${env.SITE_URL}/posts/${post.slug}` },
    robots: isIndexed ? undefined : { index: false },
  }
}
