import { describeError } from '@/db/describe-error'

/**
 * What a page of the studio cannot be without. When it cannot be read, throws in words fit for a log: Next writes down
 * what a page throws, and a query's own error quotes whom and what was asked for.
 */
export async function readForDesk<Found>(reading: Promise<Found>): Promise<Found> {
  try {
    return await reading
  } catch (error) {
    throw new Error(`A page of the studio could not be read: ${describeError(error)}`)
  }
}
