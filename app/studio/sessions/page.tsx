import type { Metadata } from 'next'
import { ActForm } from '@/app/studio/act-form'
import { signOutBrowser, signOutEverywhere } from '@/app/studio/actions'
import { DeskFrame } from '@/app/studio/desk-frame'
import { LeaveForm } from '@/app/studio/leave-form'
import { readForDesk } from '@/app/studio/read-for-desk'
import { requireAuthor } from '@/app/studio/session'
import { site } from '@/content/site'
import { listSessions, type StudioSession } from '@/db/studio-sessions'
import { formatDate } from '@/lib/posts/dates'

export const metadata: Metadata = { title: { absolute: `Where you are signed in · ${site.name} Studio` } }

export default async function SessionsPage() {
  const own = await requireAuthor('/studio/sessions')
  const sessions = await readForDesk(listSessions())
  return (
    <DeskFrame skipTo="the list" current="/studio/sessions">
      <header className="grid page-head">
        <div>
          <h1>Where you are signed in</h1>
          <p>
            A browser stays signed in for ninety days at most, and for thirty after it last changed something.
            All that is kept of it stands here. One that you sign out from afar keeps what was typed in it and
            not sent.
          </p>
        </div>
      </header>
      <div className="grid">
        <div>
          <ul className="desk">
            {sessions.map((session) => (
              <Browser key={session.id} session={session} isOwn={session.id === own.id} />
            ))}
          </ul>
          <LeaveForm className="desk-note" action={signOutEverywhere}>
            <button className="btn" type="submit">
              Sign out everywhere
            </button>
            <p>Also in this browser. Do it when one of them is lost or not yours.</p>
          </LeaveForm>
        </div>
      </div>
    </DeskFrame>
  )
}

function Browser({ session, isOwn }: { session: StudioSession; isOwn: boolean }) {
  const Form = isOwn ? LeaveForm : ActForm
  return (
    <li>
      <b>{session.device}</b>
      {isOwn && <span className="state"> This browser</span>}
      <p>
        Signed in <Instant at={session.createdAt} />, last change <Instant at={session.activeAt} />
      </p>
      <Form action={signOutBrowser}>
        <input type="hidden" name="id" value={session.id} />
        <button className="quiet" type="submit">
          Sign out<span className="vh"> {session.device}</span>
        </button>
      </Form>
    </li>
  )
}

function Instant({ at }: { at: Date }) {
  const iso = at.toISOString()
  return <time dateTime={iso}>{formatDate(iso, 'minute')}</time>
}
