import { bulkForm } from './bulk-form'
import { CaseForm } from './case-form'
import { DeedNote } from './deed-note'
import type { Deed, Place } from './deeds'
import { toRead } from './read-texts'
import type { Row } from './row'

type CaseRowProps = {
  place: Place
  back: string
  /** Null where nothing is selected. */
  isTicked: boolean | null
  /** How often its form has begun anew. */
  began: number
  onSend: (row: Row, form: FormData) => void
  onUndo: (deed: Deed) => void
}

/** One comment in the list, or what is told in its place. */
export function CaseRow({ place, back, isTicked, began, onSend, onUndo }: CaseRowProps) {
  const { row, deed, isGone } = place
  return (
    <li className={isGone ? 'case gone' : 'case'}>
      {/* There before it says something, or it would not be spoken. */}
      <div role="status">{deed && deed.by !== 'many' && <DeedNote {...{ deed, back, onUndo }} />}</div>
      {!isGone && (
        <article
          className="case-in"
          id={`case-${row.id}`}
          tabIndex={-1}
          aria-label={`Comment by ${row.name}`}
          aria-busy={deed?.state.kind === 'sending'}
        >
          {isTicked !== null && row.canDecide && <Selection row={row} isTicked={isTicked} />}
          {row.view}
          {/* What was saved or sent is done with: its field closes, and begins anew. */}
          {row.canDecide && (
            <CaseForm
              key={`${row.editedAt} ${began}`}
              isAlone={isTicked === null}
              {...{ row, back, deed, onSend }}
            />
          )}
        </article>
      )}
    </li>
  )
}

/** What of a row belongs to the form for many. */
function Selection({ row, isTicked }: { row: Row; isTicked: boolean }) {
  return (
    <>
      <input type="hidden" name="read" value={toRead(row)} form={bulkForm} />
      <input
        type="checkbox"
        name="id"
        value={row.id}
        form={bulkForm}
        defaultChecked={isTicked}
        aria-label={`Select the comment by ${row.name}`}
      />
    </>
  )
}
