import { ConversationPage, conversationMetadata } from '@/app/_comments/conversation-page'
import { toNumber } from '@/lib/comments/address-number'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/posts/[slug]/comments/thread/[number]/[n]'>

export async function generateMetadata({ params }: Props) {
  return conversationMetadata((await params).slug, false)
}

/** One long thread, by the number of the comment that began it. */
export default async function ThreadPage({ params }: Props) {
  const { slug, number: segment, n } = await params
  const number = toNumber(segment)
  const page = toNumber(n)
  const view = number === null || page === null ? null : ({ kind: 'thread', number, page } as const)
  return <ConversationPage slug={slug} view={view} />
}
