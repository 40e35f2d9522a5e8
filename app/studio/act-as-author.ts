import { unstable_rethrow } from 'next/navigation'
import { logFault } from '@/db/log-fault'
import type { StudioSession } from '@/db/studio-sessions'
import { findInLog } from '@/lib/words/name-fault'
import { requireActingAuthor } from './session'
import { words } from './words'

/**
 * Does what the author asks for, which ends by leading to another page or by saying what is wrong. Gives that; in words
 * when the database does not answer.
 */
export async function actAsAuthor<Wrong>(
  act: (session: StudioSession) => Promise<Wrong>,
): Promise<Wrong | string> {
  try {
    return await act(await requireActingAuthor())
  } catch (error) {
    // Next leads to another page by throwing.
    unstable_rethrow(error)
    return findInLog(words.unavailable, logFault('What the author asked for was not done', error))
  }
}
