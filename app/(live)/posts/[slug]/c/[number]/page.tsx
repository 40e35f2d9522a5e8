import { redirect } from 'next/navigation'
import { NoPage } from '@/components/no-page'
import { findPageOf } from '@/db/comments'
import { describeError } from '@/db/describe-error'
import { toNumber } from '@/lib/comments/address-number'
import { findPost } from '@/lib/posts/find-post'

export const dynamic = 'force-dynamic'

/** The address of a comment that never changes: sends to the page where it stands today. */
export default async function CommentPage({ params }: PageProps<'/posts/[slug]/c/[number]'>) {
  const { slug, number: segment } = await params
  const post = await findPost(slug)
  const number = toNumber(segment)
  if (!post || number === null) return <NoPage />
  const suffix = await findSuffix(post.id, number)
  if (suffix === null) return <NoPage />
  redirect(`/posts/${post.slug}${suffix}#c-${number}`)
}

/** While the database does not answer, the post itself: it shows the comments that were read last. */
async function findSuffix(postId: string, number: number): Promise<string | null> {
  try {
    return await findPageOf(postId, number)
  } catch (error) {
    console.error(`The page of comment ${number} was not found: ${describeError(error)}`)
    return ''
  }
}
