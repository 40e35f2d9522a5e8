import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { heldWords, words } from '@/app/_comments/words'
import { Avatar } from '@/components/avatar'
import { CommentText } from '@/components/comment-text'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { describeError } from '@/db/describe-error'
import { findReceipt, type Receipt } from '@/db/find-receipt'
import type { CommentStatus } from '@/lib/comments/comment'
import { parseText } from '@/lib/comments/parse-text'
import { formatDate } from '@/lib/posts/dates'
import { findPost } from '@/lib/posts/find-post'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { absolute: `Your comment · ${site.name}` },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
}

/** What became of a comment, for its writer alone: its id is known to nobody else. */
export default async function ReceiptPage({ params }: PageProps<'/posts/[slug]/receipt/[id]'>) {
  const { slug, id } = await params
  const post = await findPost(slug)
  const parsed = z.uuid().safeParse(id)
  if (!post || !parsed.success) notFound()
  const receipt = await readReceipt(post.id, parsed.data)
  if (!receipt) notFound()
  return (
    <SiteFrame site={site} skipTo="your comment">
      <header className="grid page-head">
        <div>
          <h1>
            Your comment on <a href={`/posts/${post.slug}`}>{post.title}</a>
          </h1>
        </div>
      </header>
      <div className="grid">
        <div className="comments">
          {receipt === 'unread' ? (
            <p className="c-none">
              Your comment cannot be looked up just now. Please load this page again in a little while.
            </p>
          ) : (
            <ReceiptOf receipt={receipt} postPath={`/posts/${post.slug}`} />
          )}
        </div>
      </div>
    </SiteFrame>
  )
}

/** An error thrown here would be logged with the id, which opens the comment to whoever reads it. */
async function readReceipt(postId: string, id: string): Promise<Receipt | 'unread' | null> {
  try {
    return await findReceipt(postId, id)
  } catch (error) {
    console.error(`A receipt could not be read: ${describeError(error)}`)
    return 'unread'
  }
}

function ReceiptOf({ receipt, postPath }: { receipt: Receipt; postPath: string }) {
  const { status, number, name, swatch, body, createdAt } = receipt
  const written = createdAt.toISOString()
  return (
    <>
      <article className="c held sewn" aria-label="Your comment">
        <Avatar swatch={swatch} byAuthor={false} />
        <header>
          <bdi className="who">{name}</bdi>
          <span>(you)</span>
          <time dateTime={written}>{formatDate(written, 'minute')}</time>
        </header>
        <CommentText blocks={parseText(body)} />
        <p className="why">{becameOf[status]}</p>
      </article>
      {status === 'published' && number !== null && (
        <p className="more">
          <a className="btn" href={`${postPath}/c/${number}`}>
            See it in its place
          </a>
        </p>
      )}
    </>
  )
}

const becameOf: Record<CommentStatus, string> = {
  held: heldWords(site.author),
  spam: heldWords(site.author),
  published: words.posted,
  removed: 'This comment was removed.',
}
