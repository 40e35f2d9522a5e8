import { readOrLog, type Unread } from '@/db/read-or-log'
import { findWriterHash } from './writer-cookie'

/** What `read` finds for the browser that asks, or `none` when it keeps no secret. */
export async function readOwn<Found>(
  read: (writerHash: string) => Promise<Found>,
  none: Found,
): Promise<Found | Unread> {
  const writerHash = await findWriterHash()
  if (writerHash === null) return none
  return readOrLog("A reader's own comments could not be read", () => read(writerHash))
}
