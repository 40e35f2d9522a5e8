import type { Metadata } from 'next'
import { ActForm } from '@/app/studio/act-form'
import { DeskPage, deskTitle } from '@/app/studio/desk-page'
import { erase } from '@/app/studio/people/actions'
import { readForDesk } from '@/app/studio/read-for-desk'
import { requireAuthor } from '@/app/studio/session'
import { NoPage } from '@/components/no-page'
import { site } from '@/content/site'
import { findPerson } from '@/db/people'
import { decodeSegment } from '@/lib/http/decode-segment'
import { personPath } from '@/lib/studio/people-query'
import { faultName } from '@/lib/words/fault-name'
import { findInLog } from '@/lib/words/name-fault'

export const metadata: Metadata = deskTitle('Erase a person', site.name)

export default async function ErasePage({ params, searchParams }: PageProps<'/studio/people/[key]/erase'>) {
  await requireAuthor('/studio/people')
  const key = decodeSegment((await params).key)
  const person = await readForDesk(findPerson(key))
  if (!person) return <NoPage />
  const left = faultName.safeParse((await searchParams).left).data
  const name = person.name === '' ? 'this person' : person.name
  return (
    <DeskPage
      title={`Erase ${name}`}
      intro="This cannot be undone. Nothing is changed until you press the button."
      skipTo="the form"
      current="/studio/people"
    >
      {left && (
        <p className="case-problem" role="alert">
          {findInLog(
            'The database stopped answering on the way, and some of it is left. Press the button once more.',
            left,
          )}
        </p>
      )}
      <ul className="what-it-means">
        <li>Name, e-mail address, website and latest posts are taken off every comment, published or not.</li>
        <li>
          What the comments said before an edit is forgotten, and so is whether they were trusted or blocked.
        </li>
        <li>They cannot be known again: who writes from the same address or browser is new.</li>
        <li>Numbers stay, so that links to other comments lead where they did.</li>
        <li>What others wrote about them, and copies that were made before, are not touched.</li>
      </ul>
      <ActForm className="erase" action={erase}>
        <input type="hidden" name="key" value={person.key} />
        <fieldset>
          <legend>The text of their comments</legend>
          <label className="check">
            <input type="radio" name="text" value="kept" defaultChecked />
            Keep it, under a name that is nobody’s
          </label>
          <label className="check">
            <input type="radio" name="text" value="removed" />
            Remove it with all the rest; a comment with replies leaves its place behind
          </label>
        </fieldset>
        <p className="do-row">
          <button className="btn btn-1" type="submit">
            Erase {name}
          </button>
          <a className="btn" href={personPath(key)}>
            Leave everything as it is
          </a>
        </p>
      </ActForm>
    </DeskPage>
  )
}
