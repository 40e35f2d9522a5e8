import { logFault } from './log-fault'

/** Stands for what could not be read, with the name that the reason has in the log. */
export type Unread = { fault: string }

/**
 * What `read` gives; when it fails, as it does without a database, that is logged with `what`, a sentence without its
 * full stop, and whoever waits for it can be told the name. An error that went on would be logged with the address of
 * the page, which may open something to whoever reads it.
 */
export async function readOrLog<Found>(what: string, read: () => Promise<Found>): Promise<Found | Unread> {
  try {
    return await read()
  } catch (error) {
    return { fault: logFault(what, error) }
  }
}

/** Whether it could not be read. */
export function isUnread(found: unknown): found is Unread {
  return typeof found === 'object' && found !== null && 'fault' in found && typeof found.fault === 'string'
}
