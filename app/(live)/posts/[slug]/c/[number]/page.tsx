import { notFound, redirect } from 'next/navigation'
import { findPageOf } from '@/db/comments'
import { toNumber } from '@/lib/comments/address-number'
import { findPost } from '@/lib/posts/find-post'

export const dynamic = 'force-dynamic'

/** The address of a comment that never changes: sends to the page where it stands today. */
export default async function CommentPage({ params }: PageProps<'/posts/[slug]/c/[number]'>) {
  const { slug, number: segment } = await params
  const post = await findPost(slug)
  const number = toNumber(segment)
  if (!post || number === null) notFound()
  const suffix = await findPageOf(post.id, number)
  if (suffix === null) notFound()
  redirect(`/posts/${post.slug}${suffix}#c-${number}`)
}
