'use client'

import { useRef, useState } from 'react'
import type { CommentStatus } from '@/lib/comments/comment'
import { BulkForm, bulkForm } from './bulk-form'
import { CaseForm } from './case-form'
import { type Deed, type Place, placeRows } from './deeds'
import { KeysHelp } from './keys-help'
import { toRead } from './read-texts'
import type { Row } from './row'
import { UndoNote } from './undo-note'
import { useDeeds } from './use-deeds'
import { pressKey, useKeysOn } from './use-keys'

type InboxListProps = {
  rows: Row[]
  status: CommentStatus
  back: string
  allPath: string
  /** Every box is ticked from the start. */
  isAll: boolean
  /** What stands there when there are none. */
  empty: string
}

/** The comments of one page of the inbox, and what is done to them, in place. */
export function InboxList({ rows, status, back, allPath, isAll, empty }: InboxListProps) {
  const list = useRef<HTMLOListElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isOn] = useKeysOn()
  const { deeds, send, takeBack } = useDeeds((settled) => moveOn(list.current, settled))
  const places = placeRows(rows, deeds)

  function sendAll(form: FormData) {
    const ids = form.getAll('id')
    send(
      places.flatMap(({ row, isGone }) => (ids.includes(row.id) && !isGone ? [row] : [])),
      form,
    )
  }

  function undo(deed: Deed) {
    takeBack(deed, () => focusSoon(() => articleOf(deed.rows[0]?.id)))
  }

  function undoLast() {
    const last = deeds.findLast(({ state }) => state.kind === 'done')
    if (last) undo(last)
  }

  return (
    <>
      {rows.length > 0 && (
        <BulkForm {...{ status, back, allPath, list, problem }} onSend={sendAll} onProblem={setProblem} />
      )}
      <KeysHelp dialog={dialog} />
      <ol
        ref={list}
        id="cases"
        className="cases"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: letters act while the list has the focus, so it can have it
        tabIndex={0}
        aria-label="Comments"
        onKeyDown={(event) =>
          pressKey(event, { isOn, onUndo: undoLast, onHelp: () => dialog.current?.showModal() })
        }
      >
        {places.map((place) => (
          <CaseRow
            key={place.row.id}
            {...{ place, back, isAll }}
            onSend={(row, form) => send([row], form)}
            onUndo={undo}
          />
        ))}
      </ol>
      {places.length === 0 && <p className="empty">{empty}</p>}
    </>
  )
}

type CaseRowProps = {
  place: Place
  back: string
  isAll: boolean
  onSend: (row: Row, form: FormData) => void
  onUndo: (deed: Deed) => void
}

function CaseRow({ place: { row, deed, isGone, isFirst }, back, isAll, onSend, onUndo }: CaseRowProps) {
  const isSending = deed?.state.kind === 'sending'
  return (
    <li className={isGone ? 'case gone' : 'case'}>
      {/* There before it says something, or it would not be spoken. */}
      <div role="status">{deed && isFirst && <UndoNote deed={deed} onUndo={onUndo} />}</div>
      {!isGone && (
        <article
          className="case-in"
          id={`case-${row.id}`}
          tabIndex={-1}
          aria-label={`Comment by ${row.name}`}
          aria-busy={isSending}
        >
          {row.canDecide && <input type="hidden" name="read" value={toRead(row)} form={bulkForm} />}
          {row.canDecide && (
            <input
              type="checkbox"
              name="id"
              value={row.id}
              form={bulkForm}
              defaultChecked={isAll}
              aria-label={`Select the comment by ${row.name}`}
            />
          )}
          {row.view}
          {/* What was saved or sent is done with: its field closes, and begins anew. */}
          {row.canDecide && (
            <CaseForm key={`${row.editedAt} ${row.answers}`} {...{ row, back, isSending, onSend }} />
          )}
        </article>
      )}
    </li>
  )
}

function articleOf(id: string | undefined): HTMLElement | null {
  return document.getElementById(`case-${id}`)
}

/** The focus goes on to the comment below, when it was in one that leaves, and stays with one that was changed. */
function moveOn(list: HTMLOListElement | null, settled: Row[]) {
  const leaving = settled.flatMap(({ id }) => articleOf(id) ?? [])
  const from = leaving.find((article) => article.contains(document.activeElement))
  if (!from || !list) return
  const others = [...list.querySelectorAll('article')].filter((article) => !leaving.includes(article))
  const below = (article: Element) =>
    (from.compareDocumentPosition(article) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const next = others.find(below) ?? others.at(-1) ?? list
  focusSoon(() => {
    if (!from.isConnected) return next
    // The button that was pressed went with its form.
    return document.activeElement === document.body ? from : null
  })
}

/** When the page shows what was done. */
function focusSoon(find: () => HTMLElement | null, tries = 20) {
  requestAnimationFrame(() => {
    const element = find()
    if (element) element.focus()
    else if (tries > 0) focusSoon(find, tries - 1)
  })
}
