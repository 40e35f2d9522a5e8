import type { Metadata } from 'next'
import { z } from 'zod'
import { OwnDeeds } from '@/app/_comments/own/own-deeds'
import { isChangeable, OwnReceipt } from '@/app/_comments/own/own-receipt'
import type { ShownOwn } from '@/app/_comments/own/own-schema'
import { ownWords } from '@/app/_comments/own/own-words'
import { readOwn } from '@/app/_comments/own/read-own'
import { ReceiptFrame } from '@/app/_comments/own/receipt-frame'
import { findShown } from '@/app/_comments/own/show-with-warning'
import { sayWhatBecame, words } from '@/app/_comments/words'
import { NoPage } from '@/components/no-page'
import { site } from '@/content/site'
import { findReceipt, type Receipt } from '@/db/find-receipt'
import { isUnread, readOrLog, type Unread } from '@/db/read-or-log'
import { findPost } from '@/lib/posts/find-post'
import { sayUnread } from '@/lib/words/name-fault'

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
  const found = await readAll(post.id, parsed.data)
  if (!found) return <NoPage />
  return (
    <ReceiptFrame post={post} heading="Your comment">
      {isUnread(found) ? (
        <>
          <p className="c-none">{sayUnread('Your comment', found.fault)}</p>
          {/* What was typed into it is given back. */}
          <OwnDeeds slug={post.slug} own={null} />
        </>
      ) : (
        <>
          <What slug={post.slug} {...found} />
          {found.receipt.status === 'published' && found.receipt.number !== null && (
            <p className="more">
              <a className="btn" href={`/posts/${post.slug}/c/${found.receipt.number}`}>
                See it in its place
              </a>
            </p>
          )}
        </>
      )}
    </ReceiptFrame>
  )
}

type Found = { receipt: Receipt; own: ShownOwn | null }

async function readAll(postId: string, id: string): Promise<Found | Unread | null> {
  const receipt = await readOrLog('A receipt could not be read', () => findReceipt(postId, id))
  if (receipt === null || isUnread(receipt)) return receipt
  const own = await readOwn((writerHash) => findShown({ postId, id, writerHash }), null)
  return isUnread(own) ? own : { receipt, own }
}

type WhatProps = Found & { slug: string }

function What({ slug, receipt: { status, forAuthor, isFollowed, isTakenBack }, own }: WhatProps) {
  if (own && !isTakenBack) {
    const { id, body, secondsLeft, beforeEdit } = own
    const fields = isChangeable(own, status) ? { id, body, secondsLeft, beforeEdit } : null
    return (
      <OwnReceipt slug={slug} own={own} status={status}>
        {isFollowed && <p className="why">{words.letters}</p>}
        <OwnDeeds slug={slug} own={fields} />
      </OwnReceipt>
    )
  }
  const isSeenByNobody = !forAuthor && (status === 'held' || status === 'spam')
  const became = isSeenByNobody ? words.waitsUnseen : sayWhatBecame(status, forAuthor)
  return (
    <>
      <p className="c-none">{own ? ownWords.deleted : became}</p>
      {/* What was typed into an edit meanwhile is given back. */}
      <OwnDeeds slug={slug} own={null} />
    </>
  )
}
