import { after } from 'next/server'
import { describeError } from '@/db/describe-error'
import { oncePerProcess } from '@/db/once-per-process'
import { deliverLetters } from '@/jobs/deliver-letters'

const state = oncePerProcess('letters', () => ({ isBusy: false, isAsked: false }))

/** Of a burst: the rest is for the starter, or for whoever comes next. */
const most = 10

/**
 * Sends the letters that are due once the answer is on its way: call it after whatever may have noted some. Of many who
 * call at once one does it, for all. What goes wrong is said in the log and tried again later.
 */
export function sendLetters(): void {
  after(async () => {
    state.isAsked = true
    if (state.isBusy) return
    state.isBusy = true
    try {
      while (state.isAsked) {
        state.isAsked = false
        await deliverLetters({ most })
      }
    } catch (error) {
      console.error(`Letters were not sent: ${describeError(error)}`)
    } finally {
      state.isBusy = false
    }
  })
}
