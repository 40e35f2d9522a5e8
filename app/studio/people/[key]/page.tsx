import type { Metadata } from 'next'
import { CaseView } from '@/app/studio/_inbox/case-view'
import { ActForm } from '@/app/studio/act-form'
import { DeskPage, deskTitle } from '@/app/studio/desk-page'
import { decideStanding } from '@/app/studio/people/actions'
import { PersonCounts } from '@/app/studio/people/person-counts'
import { readForDesk } from '@/app/studio/read-for-desk'
import { requireAuthor } from '@/app/studio/session'
import { NoPage } from '@/components/no-page'
import { site } from '@/content/site'
import { findPerson, listCasesOf, type Person } from '@/db/people'
import { writeCursor } from '@/lib/comments/cursor'
import { decodeSegment } from '@/lib/http/decode-segment'
import { inboxTabs, parseInboxQuery } from '@/lib/studio/inbox-query'
import { personPath } from '@/lib/studio/people-query'

export const metadata: Metadata = deskTitle('One person', site.name)

export default async function PersonPage({ params, searchParams }: PageProps<'/studio/people/[key]'>) {
  await requireAuthor('/studio/people')
  const key = decodeSegment((await params).key)
  const query = await searchParams
  const { after } = parseInboxQuery(query)
  const [person, { cases, next }] = await readForDesk(
    Promise.all([findPerson(key), listCasesOf(key, { after })]),
  )
  if (!person) return <NoPage />
  const { name, names, email, counts } = person
  return (
    <DeskPage
      title={name === '' ? 'Somebody without a comment' : name}
      intro={<PersonCounts counts={counts} />}
      skipTo="this person"
      current="/studio/people"
    >
      {names.length > 1 && (
        <p className="meta">Also wrote as: {names.filter((each) => each !== name).join(', ')}</p>
      )}
      {email && <p className="meta url">{email}</p>}
      <Standing person={person} hasMoved={query.moved !== undefined && person.standing === 'blocked'} />
      <ul className="desk">
        <li>
          <a href={`${personPath(key)}/export`} download>
            Export
          </a>
          <p>Everything that is stored of this person, as a JSON file.</p>
        </li>
        <li>
          <a href={`${personPath(key)}/erase`}>Erase</a>
          <p>Forget this person. What that means is said before anything is done.</p>
        </li>
      </ul>
      <h2 className="desk-h">What they wrote</h2>
      <ol className="cases">
        {cases.map((comment) => (
          <li className="case" key={comment.id}>
            <article className="case-in read" aria-label={`Comment by ${comment.name}`}>
              <span className="where">{inboxTabs.find(({ status }) => status === comment.place)?.label}</span>
              <CaseView comment={comment} hasForm={false} />
            </article>
          </li>
        ))}
      </ol>
      {next && (
        <a className="btn" href={`${personPath(key)}?after=${writeCursor(next)}`}>
          Older
        </a>
      )}
    </DeskPage>
  )
}

const meanings = {
  trusted: 'Trusted: what they write is published at once.',
  blocked: 'Blocked: what they write goes to Spam.',
  none: 'Neither trusted nor blocked: the rules decide.',
}

const choices = [
  { standing: 'trusted', label: 'Trust' },
  { standing: 'blocked', label: 'Block' },
  { standing: 'none', label: 'Leave it to the rules' },
] as const

/** Of a person who is known by an address. */
const unproved =
  'Anybody can type this address: a comment does not prove whose it is. A block therefore refuses nothing: what comes with the address waits in Spam, where you can publish it. Trust counts in a browser from which you have published a comment with it.'

/** `hasMoved`: what waited on this page was put into Spam just now. */
function Standing({ person, hasMoved }: { person: Person; hasMoved: boolean }) {
  const now = person.standing ?? 'none'
  return (
    <ActForm className="desk-note" action={decideStanding}>
      <p>{meanings[now]}</p>
      {hasMoved && (
        <p role="status">
          What waited here is in Spam. <a href="/studio/log">The log</a> can take that back.
        </p>
      )}
      <input type="hidden" name="key" value={person.key} />
      <div className="do-row">
        {choices
          .filter(({ standing }) => standing !== now)
          .map(({ standing, label }) => (
            <button key={standing} className="btn" type="submit" name="standing" value={standing}>
              {label}
            </button>
          ))}
      </div>
      {person.email && <p>{unproved}</p>}
    </ActForm>
  )
}
