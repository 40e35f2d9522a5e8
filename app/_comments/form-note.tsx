import { editMinutes } from '@/lib/comments/comment'
import { Honeypot } from './honeypot'

/** What to know before the comment form is sent. Made on the server: no reader's script carries these words. */
export function FormNote({ slug }: { slug: string }) {
  return (
    <>
      <Honeypot />
      <p className="note">
        First-time comments wait for a read-through. You can edit yours for {editMinutes} minutes
        <a className="unscripted" href={`/posts/${slug}/receipt`} rel="nofollow">
          {' '}
          on a page of its own
        </a>
        . <a href="/privacy">What I store with it</a>. <a href="/my-comments">My comments</a>
      </p>
    </>
  )
}
