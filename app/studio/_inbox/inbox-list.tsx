'use client'

import { type ReactNode, useRef, useState } from 'react'
import { showField } from '@/app/_comments/use-kept-words'
import type { InboxPlace } from '@/lib/studio/inbox-query'
import { BulkForm } from './bulk-form'
import { CaseRow } from './case-row'
import { type Deed, placeRows } from './deeds'
import { findUnsentField } from './find-unsent-field'
import { showKeys } from './keys-help'
import { ManyTold } from './many-told'
import { articleOf, focusSoon, moveOn, moveToTold } from './move-focus'
import type { Row } from './row'
import { useDeeds } from './use-deeds'
import { pressKey, useKeysOn } from './use-keys'

type InboxListProps = {
  rows: Row[]
  back: string
  /** How many are decided about at once; null where there is one alone. `isAll`: every box is ticked from the start. */
  many: { status: InboxPlace; allPath: string; isAll: boolean } | null
  /** What stands there when there are none. */
  empty: ReactNode
}

/** The comments of one page of the inbox, and what is done to them, in place. */
export function InboxList({ rows, back, many, empty }: InboxListProps) {
  const list = useRef<HTMLOListElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isOn] = useKeysOn()
  const told = useRef<HTMLDivElement>(null)
  const { deeds, begun, send, takeBack } = useDeeds((settled, by) => {
    moveOn(list.current, settled)
    if (by === 'many') moveToTold(told.current)
  })
  // What is decided here is learnt from at once. Whoever reads on finds the rows that are still here where they were.
  const [first] = useState(() => new Map(rows.map(({ id, rank }) => [id, rank])))
  const places = placeRows(
    rows.map((row) => ({ ...row, rank: first.get(row.id) ?? row.rank })),
    deeds,
  )

  function sendAll(form: FormData) {
    const ids = form.getAll('id')
    const chosen = places.flatMap(({ row, isGone }) => (ids.includes(row.id) && !isGone ? [row] : []))
    const [unsent] = chosen.flatMap((row) => findUnsentField(row) ?? [])
    if (!unsent) return send(chosen, form, 'many')
    setProblem(unsent.problem)
    showField(unsent.field.id)
  }

  function pressByKey(button: HTMLButtonElement) {
    const form = new FormData(button.form ?? undefined, button)
    const place = places.find(({ row }) => row.id === form.get('id'))
    if (place && place.deed?.state.kind !== 'sending') send([place.row], form, 'key')
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
      {many && rows.some(({ canDecide }) => canDecide) && (
        <BulkForm
          status={many.status}
          allPath={many.allPath}
          canRead={rows.some(({ canPublish }) => !canPublish)}
          nameOf={(id) => rows.find((row) => row.id === id)?.name ?? null}
          {...{ back, list, problem }}
          onSend={sendAll}
          onProblem={setProblem}
        />
      )}
      {many && (
        <ManyTold region={told} deeds={deeds.filter(({ by }) => by === 'many')} {...{ back }} onUndo={undo} />
      )}
      <ol
        ref={list}
        id="cases"
        className="cases"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: letters act while the list has the focus, so it can have it
        tabIndex={0}
        aria-label="Comments"
        // Something is selected now, or sent.
        onChange={() => setProblem(null)}
        onKeyDown={(event) =>
          pressKey(event, {
            isOn,
            onPress: pressByKey,
            onUndo: undoLast,
            onHelp: showKeys,
          })
        }
      >
        {places.map((place) => (
          <CaseRow
            key={place.row.id}
            {...{ place, back }}
            isTicked={many ? many.isAll : null}
            began={begun.get(place.row.id) ?? 0}
            onSend={(row, form) => send([row], form, 'form')}
            onUndo={undo}
          />
        ))}
      </ol>
      {places.length === 0 && <p className="empty">{empty}</p>}
    </>
  )
}
