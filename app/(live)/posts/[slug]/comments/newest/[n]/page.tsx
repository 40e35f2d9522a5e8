import { ConversationPage, conversationMetadata } from '@/app/_comments/conversation-page'
import { toNumber } from '@/lib/comments/address-number'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/posts/[slug]/comments/newest/[n]'>

export async function generateMetadata({ params }: Props) {
  return conversationMetadata((await params).slug, false)
}

/** The same comments, newest first. */
export default async function NewestCommentsPage({ params }: Props) {
  const { slug, n } = await params
  const page = toNumber(n)
  return <ConversationPage slug={slug} view={page === null ? null : { kind: 'newest', page }} />
}
