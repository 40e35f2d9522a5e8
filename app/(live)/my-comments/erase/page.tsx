import { redirect } from 'next/navigation'
import { eraseMe } from '@/app/(live)/my-comments/actions'
import { GuestForm } from '@/app/(live)/my-comments/guest-form'
import { MyFrame } from '@/app/(live)/my-comments/my-frame'
import { myMetadata } from '@/app/(live)/my-comments/my-metadata'
import { findGuest, myPath } from '@/app/(live)/my-comments/visit'
import { site } from '@/content/site'
import { isUnread } from '@/db/read-or-log'
import { sayUnread } from '@/lib/words/name-fault'

export const dynamic = 'force-dynamic'

export const metadata = myMetadata('Erase me')

/** Says what it means to be forgotten, and asks once more. What becomes of the words is for whoever wrote them to say. */
export default async function ErasePage() {
  const guest = await findGuest()
  if (guest === null) redirect(myPath)
  return (
    <MyFrame
      heading="Erase me"
      skipTo="the form"
      intro={<p>This cannot be undone. Nothing is changed until you press the button.</p>}
    >
      <div className="grid">
        <div className="part-body">
          {isUnread(guest) ? (
            <p className="c-none">{sayUnread('Your comments', guest.fault)}</p>
          ) : (
            <>
              <ul className="what-it-means">
                <li>
                  Your name, your address <bdi className="url">{guest.email}</bdi>, your website and your
                  latest posts are taken off every comment, published or not.
                </li>
                <li>
                  What your comments said before an edit is forgotten, and so is whether {site.author} trusted
                  you.
                </li>
                <li>No letter comes any more, not even one that was about to be sent.</li>
                <li>
                  Comments you left without this address are not touched: nothing tells that they are yours.
                </li>
                <li>You cannot be known again: if you come back, you are new.</li>
                <li>
                  What others wrote stays, also where they answered you or called you by your name; and so do
                  copies that were made before, as feeds and backups are.
                </li>
                <li>
                  You may want to take everything with you first: there is a file for that on the page before.
                </li>
              </ul>
              <GuestForm action={eraseMe} className="erase-me">
                <fieldset>
                  <legend>Your words</legend>
                  <label className="check">
                    <input type="radio" name="text" value="kept" required />
                    <span>
                      Keep my words, without my name.{' '}
                      <span className="meta">
                        They stand as said by “Someone”. What you wrote just for {site.author} stays with
                        them, unseen by others.
                      </span>
                    </span>
                  </label>
                  <label className="check">
                    <input type="radio" name="text" value="removed" required />
                    <span>
                      Take my words away.{' '}
                      <span className="meta">
                        Where others answered, an empty place with its number is left.
                      </span>
                    </span>
                  </label>
                </fieldset>
                <p className="do-row">
                  <button className="btn btn-away" type="submit">
                    Erase me
                  </button>
                  <a className="btn" href={myPath}>
                    Leave everything as it is
                  </a>
                </p>
              </GuestForm>
            </>
          )}
        </div>
      </div>
    </MyFrame>
  )
}
