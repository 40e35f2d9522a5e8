import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ClosedForm } from '@/app/_comments/closed-form'
import { CommentForm } from '@/app/_comments/comment-form'
import { CommentList } from '@/app/_comments/comment-list'
import { findClosed } from '@/app/_comments/find-closed'
import { FormNote } from '@/app/_comments/form-note'
import { showThreads } from '@/app/_comments/show-threads'
import { NoPage } from '@/components/no-page'
import { SiteFrame } from '@/components/site-frame'
import { site } from '@/content/site'
import { findComment } from '@/db/comments'
import { isUnread, readOrLog } from '@/db/read-or-log'
import { toNumber } from '@/lib/comments/address-number'
import { env } from '@/lib/env'
import { offersLetters } from '@/lib/mail/offers-letters'
import { findPost } from '@/lib/posts/find-post'
import { nameFault } from '@/lib/words/name-fault'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/posts/[slug]/reply/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await findPost((await params).slug)
  if (!post) return {}
  // The form writes the title itself.
  return { title: null, robots: { index: false } }
}

const titleOf = (post: string) => `Reply on ${post} · ${site.name}`

/** Where "Reply" leads without JavaScript: the comment, and the form to answer it. A number nobody can read is a 404. */
export default async function ReplyPage({ params }: Props) {
  const { slug, number: segment } = await params
  const post = await findPost(slug)
  const number = toNumber(segment)
  if (!post || number === null) return <NoPage />
  const [found, closed] = await Promise.all([
    readOrLog(`Comment ${number}, which is to be answered, could not be read`, () =>
      findComment(post.id, number),
    ),
    findClosed(post),
  ])
  // What was typed must not be lost with the comment: an answer to the form keeps it, and says what happened.
  if (found === null && !(await isAnswerToForm())) return <NoPage />
  const name = found === null || isUnread(found) ? null : found.name
  const path = `/posts/${post.slug}`
  return (
    <SiteFrame site={site} skipTo="the form">
      <header className="grid page-head">
        <div>
          <h1>
            Reply on <a href={path}>{post.title}</a>
          </h1>
        </div>
      </header>
      <div className="grid">
        <div className="comments">
          {isUnread(found) && (
            <p className="c-none">{nameFault('The comment cannot be shown just now.', found.fault)}</p>
          )}
          {found !== null && !isUnread(found) && (
            <CommentList
              threads={showThreads({ comments: [found], cut: [] }, path)}
              talk={{ slug: post.slug, url: env.SITE_URL + path, isOpen: false }}
            />
          )}
        </div>
      </div>
      <section className="grid" aria-labelledby={closed === null ? 'form-h' : undefined}>
        {closed === null ? (
          <CommentForm
            slug={post.slug}
            title={titleOf(post.title)}
            author={site.author}
            lengths={site.comments.lengths}
            offersLetters={offersLetters}
            total={0}
            parent={found === null ? null : { number, name }}
          >
            <FormNote slug={post.slug} />
          </CommentForm>
        ) : (
          <ClosedForm slug={post.slug} title={titleOf(post.title)} closed={closed} />
        )}
      </section>
    </SiteFrame>
  )
}

/** Only a form is sent with a body of its own. */
async function isAnswerToForm(): Promise<boolean> {
  return (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false
}
