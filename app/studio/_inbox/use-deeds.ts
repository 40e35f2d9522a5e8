import { startTransition, useEffect, useRef, useState } from 'react'
import { forgetSent, keepWords, readWords } from '@/app/_comments/kept-words'
import type { DeskVerb } from '@/lib/studio/done'
import type { Deed } from './deeds'
import { keepingOf } from './keeping-of'
import type { Row } from './row'
import { sendAct, sendUndo } from './send'

/** For how long Undo is offered, in milliseconds. */
const undoTime = 10_000

/**
 * What the author does on this page, one after the other or at the same time, and how to take it back. `begun` says how
 * often the form of a row, by its id, has begun anew.
 */
export function useDeeds(onSettled: (rows: Row[], by: Deed['by']) => void) {
  const [deeds, setDeeds] = useState<Deed[]>([])
  const [begun, setBegun] = useState<ReadonlyMap<string, number>>(new Map())
  const made = useRef(0)
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  useEffect(() => {
    const pending = timers.current
    return () => {
      for (const timer of pending) clearTimeout(timer)
    }
  }, [])

  function settle(key: number, state: Deed['state']) {
    setDeeds((all) => all.map((deed) => (deed.key === key ? { ...deed, state } : deed)))
  }

  /** Its rows are in the list again by then, or they are not to be in it. */
  function forgetLater(key: number) {
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setDeeds((all) => all.filter((deed) => deed.key !== key || deed.state.kind === 'failed'))
    }, undoTime)
    timers.current.add(timer)
  }

  /** The forms of these rows, with empty fields or with what is kept for them. */
  function beginAnew(rows: Row[]) {
    setBegun((all) => new Map([...all, ...rows.map(({ id }) => [id, (all.get(id) ?? 0) + 1] as const)]))
  }

  /** Whoever went on typing while the answer was on its way finds that in the field. */
  function finish(rows: Row[], verb: DeskVerb, form: FormData) {
    if (verb !== 'edit' && verb !== 'reply' && verb !== 'answer') return
    const field = verb === 'edit' ? 'body' : 'reply'
    const sent = String(form.get(field) ?? '')
    beginAnew(rows.filter((row) => forgetSent(keepingOf(row, field), sent)))
  }

  /** An answer that was taken back can be mended and sent once more. */
  function giveBack(rows: Row[], said: string) {
    if (said === '') return
    for (const row of rows) {
      const keeping = keepingOf(row, 'reply')
      // What was typed since is newer.
      if (!readWords(keeping)) keepWords(keeping, said)
    }
    beginAnew(rows)
  }

  function send(rows: Row[], form: FormData, by: Deed['by']) {
    made.current += 1
    const key = made.current
    // What went wrong with them before is told no more.
    const ids = rows.map(({ id }) => id)
    const isOver = (each: Deed) =>
      each.state.kind === 'failed' &&
      (each.rows.some(({ id }) => ids.includes(id)) || (by === 'many' && each.by === 'many'))
    const said = String(form.get('reply') ?? '')
    setDeeds((all) => [
      ...all.filter((each) => !isOver(each)),
      { key, rows, by, said, state: { kind: 'sending' } },
    ])
    startTransition(async () => {
      const outcome = await sendAct(form)
      if (outcome.ok) {
        settle(key, { kind: 'done', done: outcome.done, problem: null })
        forgetLater(key)
        finish(rows, outcome.done.verb, form)
        onSettled(rows, by)
      } else {
        const { problem, mistake, left } = outcome
        settle(key, { kind: 'failed', problem, mistake, left })
      }
    })
  }

  function takeBack({ key, rows, said, state }: Deed, onBack: () => void) {
    if (state.kind !== 'done') return
    startTransition(async () => {
      const outcome = await sendUndo(state.done)
      if (outcome.ok) {
        settle(key, { kind: 'restored' })
        giveBack(rows, said)
        forgetLater(key)
        onBack()
      } else {
        settle(key, { ...state, problem: outcome.problem })
      }
    })
  }

  return { deeds, begun, send, takeBack }
}
