import { site } from '@/content/site'
import type { MyFollow } from '@/db/my-comments'
import { firstWords } from '@/lib/comments/first-words'
import type { Post } from '@/lib/posts/post'
import { stopLetters } from './actions'
import { GuestForm } from './guest-form'
import { myWords } from './my-words'
import { Part } from './part'

type LettersPartProps = { follows: MyFollow[]; posts: ReadonlyMap<string, Post>; isStopped: boolean }

/** What a guest gets letters about, each with the button that stops them. */
export function LettersPart({ follows, posts, isStopped }: LettersPartProps) {
  const isNothingLeft = isStopped && follows.length === 0
  return (
    <Part id="letters" heading="Letters">
      {isNothingLeft && <p>You stopped all letters. Nothing is sent to you.</p>}
      {!isNothingLeft && follows.length === 0 && (
        <p>
          You have asked for none that are to come. What {site.author} answers to you alone comes all the
          same, unless you stop that, too.
        </p>
      )}
      {follows.length > 0 && (
        <ul className="follows">
          {follows.map((follow) => (
            <li key={follow.id}>
              <p>
                {sayWhat(follow)} <bdi>{posts.get(follow.postId)?.title ?? myWords.gone}</bdi>
              </p>
              <GuestForm action={stopLetters} focusOn="letters">
                <button className="quiet" type="submit" name="follow" value={follow.id}>
                  Stop these
                  <span className="vh">
                    {' letters: '}
                    {sayWhat(follow)} {posts.get(follow.postId)?.title ?? myWords.gone}
                  </span>
                </button>
              </GuestForm>
            </li>
          ))}
        </ul>
      )}
      {!isNothingLeft && (
        <GuestForm action={stopLetters} focusOn="letters">
          <button className="btn" type="submit" name="follow" value="all">
            Stop all letters
          </button>
        </GuestForm>
      )}
    </Part>
  )
}

/** What has no number yet is known by its first words: more than one may wait on a post. */
function sayWhat({ isOfComment, number, excerpt }: MyFollow): string {
  if (!isOfComment) return 'Everything said on'
  if (number !== null) return `Replies to your comment ${number} on`
  if (excerpt === null) return 'Replies to a comment of yours on'
  return `Replies to your comment “${firstWords(excerpt, 60) || excerpt}” on`
}
