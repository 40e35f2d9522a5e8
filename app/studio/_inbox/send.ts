import type { Done } from '@/lib/studio/done'
import type { ActState, UndoState } from './act-state'
import { words } from './act-words'
import { act, undo } from './actions'

/** Sends a form of the inbox whose outcome is shown in place. Never rejects: a server out of reach is a problem. */
export async function sendAct(form: FormData): Promise<NonNullable<ActState>> {
  form.set('inPlace', '1')
  try {
    return (await act(null, form)) ?? unreached
  } catch (error) {
    return giveUp(error)
  }
}

/** Takes back in place what was done. Never rejects. */
export async function sendUndo(done: Done): Promise<NonNullable<UndoState>> {
  const form = new FormData()
  form.set('done', JSON.stringify(done))
  form.set('inPlace', '1')
  try {
    return (await undo(null, form)) ?? unreached
  } catch (error) {
    return giveUp(error)
  }
}

const unreached = {
  ok: false as const,
  problem: words.unreached,
  mistake: null,
  left: [],
  typed: { verb: '', reply: '', body: null },
  said: null,
  back: '/studio',
}

/** Where a signed-out author is sent on is no failure. */
function giveUp(error: unknown) {
  if (error instanceof Error && error.message.startsWith('NEXT_REDIRECT')) throw error
  return unreached
}
