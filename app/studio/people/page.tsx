import type { Metadata } from 'next'
import { DeskPage, deskTitle } from '@/app/studio/desk-page'
import { readForDesk } from '@/app/studio/read-for-desk'
import { requireAuthor } from '@/app/studio/session'
import { site } from '@/content/site'
import { listPeople, type Person } from '@/db/people'
import { parsePeopleQuery, peoplePath, personPath } from '@/lib/studio/people-query'
import { ageOf } from '@/lib/words/age'
import { PersonCounts } from './person-counts'

export const metadata: Metadata = deskTitle('People', site.name)

const filters = [
  { label: 'everybody', standing: null },
  { label: 'trusted', standing: 'trusted' },
  { label: 'blocked', standing: 'blocked' },
] as const

export default async function PeoplePage({ searchParams }: PageProps<'/studio/people'>) {
  await requireAuthor('/studio/people')
  const query = await searchParams
  const { standing, after } = parsePeopleQuery(query)
  const { people, next } = await readForDesk(listPeople({ standing: standing ?? undefined, after }))
  return (
    <DeskPage
      title="People"
      intro="Everybody who can be known again, by an address or by a browser that wrote here, seen last first."
      skipTo="the list"
      current="/studio/people"
    >
      {query.erased !== undefined && (
        <p className="desk-note" role="status">
          They are erased.
        </p>
      )}
      <p className="why-filter meta">
        <span>Show:</span>
        {filters.map((filter) => (
          <a
            key={filter.label}
            href={peoplePath({ standing: filter.standing })}
            aria-current={filter.standing === standing ? 'true' : undefined}
          >
            {filter.label}
          </a>
        ))}
      </p>
      {people.length === 0 ? (
        <p className="desk-note">Nobody.</p>
      ) : (
        <ul className="desk">
          {people.map((person) => (
            <PersonLine key={person.key} person={person} />
          ))}
        </ul>
      )}
      {next && (
        <a className="btn" href={peoplePath({ standing, after: next })}>
          Seen before
        </a>
      )}
    </DeskPage>
  )
}

function PersonLine({ person: { key, name, email, counts, lastSeen, standing } }: { person: Person }) {
  return (
    <li>
      <a href={personPath(key)}>
        <bdi>{name === '' ? 'Somebody without a comment' : name}</bdi>
      </a>
      {standing && <span className="state"> {standing}</span>}
      <p>
        {email && <span className="url">{email}, </span>}
        last seen <time dateTime={lastSeen.toISOString()}>{ageOf(lastSeen)}</time>.{' '}
        <PersonCounts counts={counts} />
      </p>
    </li>
  )
}
