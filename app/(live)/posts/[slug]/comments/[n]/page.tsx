import { redirect } from 'next/navigation'
import { ConversationPage, conversationMetadata } from '@/app/_comments/conversation-page'
import { NoPage } from '@/components/no-page'
import { toNumber } from '@/lib/comments/address-number'
import { findPost } from '@/lib/posts/find-post'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/posts/[slug]/comments/[n]'>

export async function generateMetadata({ params }: Props) {
  return conversationMetadata((await params).slug, true)
}

/** Further comments in the order of their threads. The first page stands under the post itself. */
export default async function CommentsPage({ params }: Props) {
  const { slug, n } = await params
  const page = toNumber(n)
  if (page === 1) {
    if (!(await findPost(slug))) return <NoPage />
    redirect(`/posts/${slug}#comments-h`)
  }
  return <ConversationPage slug={slug} view={page === null ? null : { kind: 'oldest', page }} />
}
