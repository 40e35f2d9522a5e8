import { countMyPublished, listMyComments, listMyFollows } from '@/db/my-comments'
import { isUnread, type Unread } from '@/db/read-or-log'
import { findFeedHash } from '@/db/replies-feed'
import type { Guest } from '@/db/visits'
import { parseMyQuery } from '@/lib/comments/my-query'
import { env } from '@/lib/env'
import { offersLetters } from '@/lib/mail/offers-letters'
import { listPosts } from '@/lib/posts/list-posts'
import { hashToken } from '@/lib/studio/token'
import { count } from '@/lib/words/count'
import { sayUnread } from '@/lib/words/name-fault'
import { leave } from './actions'
import { AskForm } from './ask-form'
import { FeedPart } from './feed-part'
import { GuestForm } from './guest-form'
import { LettersPart } from './letters-part'
import { MyFrame } from './my-frame'
import { MyList } from './my-list'
import { myMetadata } from './my-metadata'
import { myWords } from './my-words'
import { Part } from './part'
import { RegularsPart } from './regulars-part'
import { findGuest, myPath, readFeedToken, readForGuest } from './visit'

export const dynamic = 'force-dynamic'

export const metadata = myMetadata('My comments')

/** Everything a guest wrote, for whoever came by a letter to their address; the way to that letter for all others. */
export default async function MyCommentsPage({ searchParams }: PageProps<'/my-comments'>) {
  const { after, told } = parseMyQuery(await searchParams)
  const guest = await findGuest()
  if (guest === null) return <Ask told={told && myWords[told]} />
  if (isUnread(guest)) return <Nothing unread={guest} />
  const found = await readForGuest(() => readAll(guest, after))
  if (isUnread(found)) return <Nothing unread={found} />
  const [{ comments, next }, published, follows, feedHash] = found
  const posts = new Map((await listPosts()).map((post) => [post.id, post]))
  return (
    <MyFrame
      heading="My comments"
      skipTo="your comments"
      intro={
        <>
          <p>
            Everything that was written here under <bdi className="url">{guest.email}</bdi>, and everything
            you can do about it. It stays open for an hour on this browser, or until you leave.
          </p>
          <GuestForm action={leave}>
            <button className="btn" type="submit">
              Leave
            </button>
          </GuestForm>
        </>
      }
    >
      <div className="grid">
        <Part id="written" heading="What you wrote" meta={`${count(published, 'comment')} published`}>
          <MyList comments={comments} posts={posts} next={next} isFirst={after === null} />
        </Part>
        <LettersPart follows={follows} posts={posts} isStopped={guest.stoppedAt !== null} />
        <FeedPart hasFeed={feedHash !== null} address={await findFeedAddress(feedHash)} />
        <RegularsPart isListed={guest.listedAt !== null} published={published} />
        <Part id="yours" heading="All of it is yours">
          <ul className="yours">
            <li>
              <a href="/my-comments/export" download>
                Take it with you
              </a>
              <p>Everything that is stored of you, as a JSON file.</p>
            </li>
            <li>
              <a href="/my-comments/erase">Erase me</a>
              <p>What that means is said before anything is done.</p>
            </li>
          </ul>
        </Part>
      </div>
    </MyFrame>
  )
}

function readAll({ key }: Guest, after: ReturnType<typeof parseMyQuery>['after']) {
  return Promise.all([
    listMyComments(key, { after }),
    countMyPublished(key),
    listMyFollows(key),
    findFeedHash(key),
  ])
}

/** Where the feed with this hash stands, if it was made on this browser a few minutes ago and is the one that counts. */
async function findFeedAddress(hash: string | null): Promise<string | null> {
  const token = await readFeedToken()
  return token !== null && hashToken(token) === hash ? `${env.SITE_URL}${myPath}/feed/${token}` : null
}

function Ask({ told }: { told: string | null }) {
  return (
    <MyFrame
      heading="My comments"
      skipTo="the form"
      intro={
        <p>
          Read, edit, delete or take along everything you wrote here, stop letters, or be forgotten. There is
          no account and no password: a letter to your address brings you in.
        </p>
      }
    >
      <div className="grid">
        <div className="part-body" id="ask">
          {told && (
            <p className="told posted" role="status">
              {told}
            </p>
          )}
          {offersLetters ? <AskForm /> : <p>{myWords.noLetters}</p>}
        </div>
      </div>
    </MyFrame>
  )
}

function Nothing({ unread }: { unread: Unread }) {
  return (
    <MyFrame heading="My comments" skipTo="the page">
      <div className="grid">
        <p className="c-none">{sayUnread('Your comments', unread.fault)}</p>
      </div>
    </MyFrame>
  )
}
