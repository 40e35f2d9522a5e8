import type { Metadata } from 'next'
import { findClosed } from '@/app/_comments/find-closed'
import { LetterFrame } from '@/app/_comments/letter-frame'
import { NoPage } from '@/components/no-page'
import { site } from '@/content/site'
import { offersLetters } from '@/lib/mail/offers-letters'
import { findPost } from '@/lib/posts/find-post'
import { FollowForm } from './follow-form'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  // The form writes the title itself.
  title: null,
  robots: { index: false },
}

const titleOf = (post: string) => `Follow the conversation on ${post} · ${site.name}`

/** How to hear of a conversation without taking part. */
export default async function FollowPage({ params, searchParams }: PageProps<'/posts/[slug]/follow'>) {
  const [{ slug }, { asked }] = await Promise.all([params, searchParams])
  const post = await findPost(slug)
  if (!post || !offersLetters) return <NoPage />
  const closed = await findClosed(post)
  const link = <a href={`/posts/${post.slug}`}>{post.title}</a>
  const isDone = asked !== undefined
  return (
    <LetterFrame heading={<>Follow the conversation on {link}</>}>
      {isDone || closed !== null ? (
        <>
          <title>{titleOf(post.title)}</title>
          <p className="c-none">
            {isDone
              ? 'Thank you. If I do not know your address yet, a letter asks first whether it is yours. It may take a minute, and it may lie among the spam.'
              : closed}
          </p>
        </>
      ) : (
        <>
          <p className="c-none">
            Whatever is said there is sent to you by e-mail, once it is up. Or read{' '}
            <a href={`/posts/${post.slug}/comments.xml`}>its feed</a>, for which nobody needs your address.
          </p>
          <div className="composer">
            <FollowForm slug={post.slug} title={titleOf(post.title)} />
          </div>
        </>
      )}
    </LetterFrame>
  )
}
