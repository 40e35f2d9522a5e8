import type { Metadata } from 'next'
import { z } from 'zod'
import { OwnDeeds } from '@/app/_comments/own/own-deeds'
import { isChangeable, OwnReceipt } from '@/app/_comments/own/own-receipt'
import type { ShownOwn } from '@/app/_comments/own/own-schema'
import { readOwn } from '@/app/_comments/own/read-own'
import { ReceiptFrame } from '@/app/_comments/own/receipt-frame'
import { findShown } from '@/app/_comments/own/show-with-warning'
import { sayWhatBecame, words } from '@/app/_comments/words'
import { NoPage } from '@/components/no-page'
import { site } from '@/content/site'
import { describeError } from '@/db/describe-error'
import { findReceipt, type Receipt } from '@/db/find-receipt'
import { findPost } from '@/lib/posts/find-post'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { absolute: `Your comment · ${site.name}` },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
}

/**
 * What became of a comment, for whoever has its address. What it says, and what can still be done with it, is for
 * the browser that wrote it alone: an address is soon passed on.
 */
export default async function ReceiptPage({ params }: PageProps<'/posts/[slug]/receipt/[id]'>) {
  const { slug, id } = await params
  const post = await findPost(slug)
  const parsed = z.uuid().safeParse(id)
  if (!post || !parsed.success) return <NoPage />
  const receipt = await readReceipt(post.id, parsed.data)
  if (!receipt) return <NoPage />
  const found =
    receipt === 'unread'
      ? 'unread'
      : await readOwn((writerHash) => findShown({ postId: post.id, id: parsed.data, writerHash }), null)
  return (
    <ReceiptFrame post={post} heading="Your comment">
      {receipt === 'unread' || found === 'unread' ? (
        <>
          <p className="c-none">
            Your comment cannot be looked up just now. Please load this page again in a little while.
          </p>
          {/* What was typed into it is given back. */}
          <OwnDeeds slug={post.slug} own={null} />
        </>
      ) : (
        <>
          <What slug={post.slug} receipt={receipt} own={found} />
          {receipt.status === 'published' && receipt.number !== null && (
            <p className="more">
              <a className="btn" href={`/posts/${post.slug}/c/${receipt.number}`}>
                See it in its place
              </a>
            </p>
          )}
        </>
      )}
    </ReceiptFrame>
  )
}

type WhatProps = { slug: string; receipt: Receipt; own: ShownOwn | null }

function What({ slug, receipt: { status, forAuthor, isFollowed }, own }: WhatProps) {
  if (own) {
    const { id, body, secondsLeft, beforeEdit } = own
    const fields = isChangeable(own, status) ? { id, body, secondsLeft, beforeEdit } : null
    return (
      <OwnReceipt slug={slug} own={own} status={status}>
        {isFollowed && <p className="why">{words.letters}</p>}
        <OwnDeeds slug={slug} own={fields} />
      </OwnReceipt>
    )
  }
  return (
    <>
      <p className="c-none">{sayWhatBecame(status, forAuthor)}</p>
      <OwnDeeds slug={slug} own={null} />
    </>
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
