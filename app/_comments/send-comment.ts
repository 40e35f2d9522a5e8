import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { postComment } from './actions'
import { type CommentState, idle } from './comment-state'
import { sendingWords } from './sending-words'

const patience = 20_000

/** `unreached`: nobody knows whether it was stored. */
export type Answer = CommentState | { status: 'unreached'; message: string }

/**
 * Sends a form and tells how it went, once or twice: a server that does not answer within 20 s counts as not
 * reached, but its answer is still told should it come.
 */
export async function sendComment(form: FormData, tell: (answer: Answer) => void): Promise<void> {
  const timer = setTimeout(() => {
    tell(unreached())
    // Next sends one action at a time. A move in the history, even to where we are, lets the next one go.
    history.replaceState(null, '', location.href)
  }, patience)
  try {
    tell(await postComment(idle, form))
  } catch (error) {
    tell(
      unstable_isUnrecognizedActionError(error)
        ? { status: 'unreached', message: sendingWords.oldPage }
        : unreached(),
    )
  } finally {
    clearTimeout(timer)
  }
}

function unreached(): Answer {
  return { status: 'unreached', message: navigator.onLine ? sendingWords.notReached : sendingWords.offline }
}
