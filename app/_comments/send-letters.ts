import { after } from 'next/server'
import { describeError } from '@/db/describe-error'
import { deliverLetters } from '@/jobs/deliver-letters'

/** Of a burst: the rest is for the starter, or for whoever comes next. */
const most = 10

/**
 * Sends the letters that are due once the answer is on its way: call it after whatever may have noted some. What goes
 * wrong is said in the log and tried again later.
 */
export function sendLetters(): void {
  after(async () => {
    try {
      await deliverLetters({ most })
    } catch (error) {
      console.error(`Letters were not sent: ${describeError(error)}`)
    }
  })
}
