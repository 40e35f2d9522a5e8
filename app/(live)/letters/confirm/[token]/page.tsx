import type { Metadata } from 'next'
import { CannotBeRead, LetterFrame, LetterProblem, UsedUp } from '@/app/_comments/letter-frame'
import { site } from '@/content/site'
import { findAsked } from '@/db/guests'
import { findLetterKey } from '@/db/letter-keys'
import { isUnread, readOrLog } from '@/db/read-or-log'
import { hashToken } from '@/lib/studio/token'
import { confirm } from './actions'

export const dynamic = 'force-dynamic'

const heading = 'Is this address yours?'

export const metadata: Metadata = {
  title: { absolute: `Your address · ${site.name}` },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
}

/** Where the letter leads that asks whose an address is. Programs that look into mail come here, too: only the button says yes. */
export default async function ConfirmPage({ params, searchParams }: PageProps<'/letters/confirm/[token]'>) {
  const [{ token }, { problem }] = await Promise.all([params, searchParams])
  const state = await readState(token)
  if (isUnread(state)) return <CannotBeRead heading={heading} {...state} />
  if (state === 'closed') return <UsedUp />
  if (state === 'confirmed') {
    return (
      <LetterFrame heading="Thank you">
        <p className="c-none">
          Your address is confirmed. From now on {site.name} writes to it about what you asked for, and about
          nothing else. Every letter about comments has a link that stops them.
        </p>
        <p className="c-none">
          <a href="/">Read on</a>, or see <a href="/my-comments">everything you wrote here</a>.
        </p>
      </LetterFrame>
    )
  }
  return (
    <LetterFrame heading={heading}>
      <p className="c-none">
        Somebody, most likely you, left it on {site.name}: to hear when a comment is answered or a
        conversation goes on, or what {site.author} answers to them alone. If it was not you, close this page:
        without a yes nothing of the kind is sent.
      </p>
      <form className="own-ask" action={confirm}>
        <input type="hidden" name="token" value={token} />
        <LetterProblem problem={problem} />
        <p className="go">
          <button className="btn btn-1" type="submit">
            Yes, write to me
          </button>
        </p>
      </form>
    </LetterFrame>
  )
}

function readState(token: string) {
  return readOrLog('The page of a letter could not be read', async () => {
    const guestKey = await findLetterKey(hashToken(token), 'confirm')
    if (guestKey === null) return 'closed'
    return (await findAsked(guestKey)) === null ? 'confirmed' : 'asked'
  })
}
