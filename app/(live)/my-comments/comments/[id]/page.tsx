import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { OwnComment } from '@/app/_comments/own/own-comment'
import { ownWords, stateWords } from '@/app/_comments/own/own-words'
import { showWithWarning } from '@/app/_comments/own/show-with-warning'
import { words } from '@/app/_comments/words'
import { deleteMine } from '@/app/(live)/my-comments/actions'
import { EditMine } from '@/app/(live)/my-comments/edit-mine'
import { GuestForm } from '@/app/(live)/my-comments/guest-form'
import { MyFrame } from '@/app/(live)/my-comments/my-frame'
import { myMetadata } from '@/app/(live)/my-comments/my-metadata'
import { myWords } from '@/app/(live)/my-comments/my-words'
import { Part } from '@/app/(live)/my-comments/part'
import { findGuest, myPath, readForGuest } from '@/app/(live)/my-comments/visit'
import { NoPage } from '@/components/no-page'
import { site } from '@/content/site'
import { findMyComment } from '@/db/my-comments'
import { isUnread } from '@/db/read-or-log'
import { findPostById } from '@/lib/posts/find-post'
import { sayUnread } from '@/lib/words/name-fault'

export const dynamic = 'force-dynamic'

export const metadata = myMetadata('Your comment')

/** One comment of a guest, to be edited while there is time, or deleted. */
export default async function MyCommentPage({ params }: PageProps<'/my-comments/comments/[id]'>) {
  const id = z.uuid().safeParse((await params).id).data
  if (id === undefined) return <NoPage />
  const guest = await findGuest()
  if (guest === null) {
    // Without JavaScript a form is answered by this page, which must give back what was typed. Only a request that
    // brings something has a type.
    if (!(await headers()).has('content-type')) redirect(myPath)
    return (
      <NothingButTheAnswer whyNot={myWords.visitOver}>
        <a className="btn" href={myPath} target="_blank" rel="noopener">
          Ask for another letter in a new tab
        </a>
      </NothingButTheAnswer>
    )
  }
  const found = isUnread(guest) ? guest : await readForGuest(() => findMine(guest.key, id))
  if (found === null) return <NoPage />
  if (isUnread(found)) return <NothingButTheAnswer whyNot={sayUnread('Your comments', found.fault)} />
  const { comment, shown } = found
  if (comment.status === 'removed') {
    return (
      <NothingButTheAnswer whyNot={ownWords.removed}>
        <a href={myPath}>All of my comments</a>
      </NothingButTheAnswer>
    )
  }
  const post = await findPostById(comment.postId)
  const own = { ...shown, ...(post ? {} : { parentNumber: null }) }
  const { body, secondsLeft, beforeEdit } = own
  return (
    <MyFrame
      heading={<>Your comment on {post ? <a href={`/posts/${post.slug}`}>{post.title}</a> : myWords.gone}</>}
      skipTo="your comment"
      intro={
        <p>
          <a href={myPath}>All of my comments</a>
        </p>
      }
    >
      <div className="grid">
        <div className="part-body">
          <OwnComment
            own={own}
            state={own.isHeld ? stateWords(own.forAuthor) : null}
            slug={post?.slug ?? ''}
            isApart
            isListed
          >
            {null}
          </OwnComment>
        </div>
        {/* It stays when the time is over while somebody types: their text is given back, with the reason. */}
        <Part id="edit" heading="Edit" meta={secondsLeft > 0 ? undefined : 'The time for it is over'}>
          {post && secondsLeft > 0 ? (
            <EditMine slug={post.slug} own={{ id, body, secondsLeft, beforeEdit }} />
          ) : (
            <EditMine whyNot={post ? ownWords.tooLate : words.postGone} />
          )}
        </Part>
        <Part id="delete" heading="Delete">
          <p>
            It leaves every page at once, and cannot be brought back. If others answered it, its number stays
            in its place and says that a comment was removed; their answers stay, too. Its text lies in{' '}
            {site.author}’s bin for thirty days, where nobody else sees it.
          </p>
          <GuestForm action={deleteMine}>
            <input type="hidden" name="id" value={id} />
            <p className="do-row">
              <button className="btn btn-away" type="submit">
                Delete it
              </button>
              <a className="btn" href={myPath}>
                Keep it
              </a>
            </p>
          </GuestForm>
        </Part>
      </div>
    </MyFrame>
  )
}

async function findMine(guestKey: string, id: string) {
  const comment = await findMyComment(guestKey, id)
  return comment && { comment, shown: await showWithWarning(comment, { guestKey }) }
}

/** Nothing of the comment: why, where to go on, and what a form was answered with. */
function NothingButTheAnswer({ whyNot, children }: { whyNot: string; children?: ReactNode }) {
  return (
    <MyFrame heading="Your comment" skipTo="the page">
      <div className="grid">
        <div className="part-body">
          <EditMine whyNot={whyNot} />
          {children && <p className="do-row">{children}</p>}
        </div>
      </div>
    </MyFrame>
  )
}
