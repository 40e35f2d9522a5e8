import { openComments } from '@/app/(live)/my-comments/actions'
import { GuestForm } from '@/app/(live)/my-comments/guest-form'
import { MyFrame } from '@/app/(live)/my-comments/my-frame'
import { myMetadata } from '@/app/(live)/my-comments/my-metadata'
import { myWords } from '@/app/(live)/my-comments/my-words'
import { readForGuest } from '@/app/(live)/my-comments/visit'
import { NoPage } from '@/components/no-page'
import { findLetterKey } from '@/db/letter-keys'
import { isUnread, type Unread } from '@/db/read-or-log'
import { hashToken, isToken } from '@/lib/studio/token'
import { sayUnread } from '@/lib/words/name-fault'

export const dynamic = 'force-dynamic'

export const metadata = myMetadata('My comments')

/** Where the link of a letter leads. Programs that look at every link open it too: it changes nothing, the button does. */
export default async function LetterPage({ params }: PageProps<'/my-comments/[token]'>) {
  const { token } = await params
  if (!isToken(token)) return <NoPage />
  const found = await readForGuest(() => findLetterKey(hashToken(token), 'own'))
  return (
    <MyFrame heading="My comments" skipTo="the button" intro={<p>{sayWhatItOpens(found)}</p>}>
      <div className="grid">
        <div className="part-body">
          {found === null ? (
            <p className="do-row">
              <a className="btn" href="/my-comments">
                Ask for another
              </a>
            </p>
          ) : (
            <GuestForm action={openComments}>
              <input type="hidden" name="token" value={token} />
              <p className="do-row">
                <button className="btn btn-1" type="submit">
                  Show my comments
                </button>
              </p>
            </GuestForm>
          )}
        </div>
      </div>
    </MyFrame>
  )
}

function sayWhatItOpens(found: string | Unread | null): string {
  if (found === null) return myWords.over
  if (isUnread(found)) return sayUnread('Your comments', found.fault)
  return 'They open on this browser for an hour, or until you leave.'
}
