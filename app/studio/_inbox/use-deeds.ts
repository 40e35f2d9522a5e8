import { startTransition, useEffect, useRef, useState } from 'react'
import type { Deed } from './deeds'
import type { Row } from './row'
import { sendAct, sendUndo } from './send'

/** For how long Undo is offered, in milliseconds. */
const undoTime = 10_000

/** What the author does on this page, one after the other or at the same time, and how to take it back. */
export function useDeeds(onSettled: (rows: Row[]) => void) {
  const [deeds, setDeeds] = useState<Deed[]>([])
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

  function send(rows: Row[], form: FormData) {
    made.current += 1
    const key = made.current
    // What went wrong with them before is told no more.
    const ids = rows.map(({ id }) => id)
    const isOver = ({ state, rows }: Deed) =>
      state.kind === 'failed' && rows.some(({ id }) => ids.includes(id))
    setDeeds((all) => [...all.filter((deed) => !isOver(deed)), { key, rows, state: { kind: 'sending' } }])
    startTransition(async () => {
      const outcome = await sendAct(form)
      if (outcome.ok) {
        settle(key, { kind: 'done', done: outcome.done, problem: null })
        forgetLater(key)
        onSettled(rows)
      } else {
        settle(key, { kind: 'failed', problem: outcome.problem })
      }
    })
  }

  function takeBack({ key, state }: Deed, onBack: () => void) {
    if (state.kind !== 'done') return
    startTransition(async () => {
      const outcome = await sendUndo(state.done)
      if (outcome.ok) {
        settle(key, { kind: 'restored' })
        forgetLater(key)
        onBack()
      } else {
        settle(key, { ...state, problem: outcome.problem })
      }
    })
  }

  return { deeds, send, takeBack }
}
