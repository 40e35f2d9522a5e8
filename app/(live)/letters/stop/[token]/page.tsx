import type { Metadata } from 'next'
import { CannotBeRead, LetterFrame, LetterProblem, UsedUp } from '@/app/_comments/letter-frame'
import { site } from '@/content/site'
import { type Follow, findFollow } from '@/db/follows'
import { findLetterKey } from '@/db/letter-keys'
import { isUnread, readOrLog } from '@/db/read-or-log'
import { findPostById } from '@/lib/posts/find-post'
import type { Post } from '@/lib/posts/post'
import { hashToken } from '@/lib/studio/token'
import { changeLetters } from './actions'

export const dynamic = 'force-dynamic'

const heading = 'Your letters'

export const metadata: Metadata = {
  title: { absolute: `${heading} · ${site.name}` },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
}

/** Where "Stop e-mails" of a letter leads: nothing is stopped by looking. */
export default async function StopPage({ params, searchParams }: PageProps<'/letters/stop/[token]'>) {
  const [{ token }, { problem }] = await Promise.all([params, searchParams])
  const follow = await readFollow(token)
  if (isUnread(follow)) return <CannotBeRead heading={heading} {...follow} />
  if (!follow) return <UsedUp />
  const { isStopped, isAllStopped } = follow
  return (
    <LetterFrame heading={isAllStopped || isStopped ? 'Stopped' : heading}>
      <p className="c-none">
        <HowItStands follow={follow} post={await findPostById(follow.postId)} />
      </p>
      <form className="own-ask" action={changeLetters}>
        <input type="hidden" name="token" value={token} />
        <LetterProblem problem={problem} />
        <p className="go">
          {!isStopped && !isAllStopped && (
            <button className="btn btn-1" type="submit" name="deed" value="stop">
              Stop letters about this conversation
            </button>
          )}
          {!isAllStopped && (
            <button className="btn" type="submit" name="deed" value="stop-all">
              Stop all letters
            </button>
          )}
          {(isStopped || isAllStopped) && (
            <button className="btn" type="submit" name="deed" value="resume">
              Send them again
            </button>
          )}
        </p>
      </form>
    </LetterFrame>
  )
}

type HowItStandsProps = { follow: Follow; post: Post | null }

function HowItStands({ follow: { isOfComment, number, isStopped, isAllStopped }, post }: HowItStandsProps) {
  if (isAllStopped) return `${site.name} writes to you about no conversation any more.`
  const place = post && `/posts/${post.slug}`
  const title = place ? <a href={place}>{post.title}</a> : 'a post that is gone'
  const comment =
    place && number !== null ? <a href={`${place}/c/${number}`}>your comment</a> : 'your comment'
  // Stopped are all their letters about the conversation, be they about one comment or all of it.
  const about =
    isOfComment && !isStopped ? (
      <>
        {comment} on {title}
      </>
    ) : (
      <>the conversation on {title}</>
    )
  return isStopped ? (
    <>You get no more letters about {about}.</>
  ) : (
    <>
      {site.name} writes to you about {about}.
    </>
  )
}

function readFollow(token: string) {
  return readOrLog('The page of a letter could not be read', async () => {
    const id = await findLetterKey(hashToken(token), 'stop')
    return id === null ? null : findFollow(id)
  })
}
