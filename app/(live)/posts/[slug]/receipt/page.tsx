import type { Metadata } from 'next'
import { OwnReceipt } from '@/app/_comments/own/own-receipt'
import { readOwn } from '@/app/_comments/own/read-own'
import { ReceiptFrame } from '@/app/_comments/own/receipt-frame'
import { showOwn } from '@/app/_comments/own/show-own'
import { NoPage } from '@/components/no-page'
import { site } from '@/content/site'
import { listMine } from '@/db/own-comments'
import { isUnread } from '@/db/read-or-log'
import { findPost } from '@/lib/posts/find-post'
import { sayUnread } from '@/lib/words/name-fault'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { absolute: `Your comments · ${site.name}` },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
}

/** What this browser wrote under a post and may still change, or that still waits: the way there without JavaScript. */
export default async function ReceiptsPage({ params }: PageProps<'/posts/[slug]/receipt'>) {
  const post = await findPost((await params).slug)
  if (!post) return <NoPage />
  const own = await readOwn((writerHash) => listMine(post.id, writerHash), [])
  return (
    <ReceiptFrame post={post} heading="Your comments">
      {isUnread(own) ? (
        <p className="c-none">{sayUnread('Your comments', own.fault)}</p>
      ) : own.length === 0 ? (
        <p className="c-none">
          There is nothing of yours here that waits or that you can still change. If you do not keep cookies,
          nobody can tell which comments are yours.
        </p>
      ) : (
        <ol className="c-list">
          {own.map((comment) => (
            <li key={comment.id}>
              <OwnReceipt slug={post.slug} own={showOwn(comment)} status={comment.status}>
                {comment.secondsLeft > 0 && (
                  <p className="acts">
                    <a className="quiet" href={`/posts/${post.slug}/receipt/${comment.id}`}>
                      Edit or delete it
                    </a>
                  </p>
                )}
              </OwnReceipt>
            </li>
          ))}
        </ol>
      )}
    </ReceiptFrame>
  )
}
