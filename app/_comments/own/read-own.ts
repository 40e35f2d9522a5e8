import { describeError } from '@/db/describe-error'
import { findWriterHash } from './writer-cookie'

/**
 * What `read` finds for the browser that asks, or `none` when it keeps no secret. `unread` while the database does not
 * answer: an error would be logged with the address, and ids open comments to whoever reads them.
 */
export async function readOwn<Found>(
  read: (writerHash: string) => Promise<Found>,
  none: Found,
): Promise<Found | 'unread'> {
  const writerHash = await findWriterHash()
  if (writerHash === null) return none
  try {
    return await read(writerHash)
  } catch (error) {
    console.error(`A reader's own comments could not be read: ${describeError(error)}`)
    return 'unread'
  }
}
