import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { idle, type OwnState } from './own-state'
import { ownWords } from './own-words'

const patience = 20_000

/**
 * Sends a form to one of our actions. A server that does not answer within 20 s counts as not reached; it may have
 * done its work all the same, and doing it again changes nothing. Never rejects.
 */
export async function sendOwn(
  action: (previous: OwnState, form: FormData) => Promise<OwnState>,
  form: FormData,
): Promise<OwnState> {
  form.set('scripted', '1')
  let timer: ReturnType<typeof setTimeout> | undefined
  const waited = new Promise<OwnState>((resolve) => {
    timer = setTimeout(() => {
      resolve(failed(navigator.onLine ? ownWords.notReached : ownWords.offline))
      // Next sends one action at a time. A move in the history, even to where we are, lets the next one go.
      history.replaceState(null, '', location.href)
    }, patience)
  })
  try {
    return await Promise.race([action(idle, form), waited])
  } catch (error) {
    if (unstable_isUnrecognizedActionError(error)) return failed(ownWords.oldPage)
    return failed(navigator.onLine ? ownWords.notReached : ownWords.offline)
  } finally {
    clearTimeout(timer)
  }
}

/** The text is in the form still. */
function failed(message: string): OwnState {
  return { status: 'failed', message, body: '' }
}
