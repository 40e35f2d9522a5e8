import { currentTarget } from '../target'
import { readAddress } from './address'
import { FolderInUse, findHolder } from './lock'
import { startEmbedded } from './start-embedded'

/**
 * For commands: sees to it that the database answers, and gives back what to call at the end. Starts the
 * embedded server only when it is wanted and nobody serves the folder yet, and then stops it again.
 */
export async function ensureEmbedded(): Promise<() => Promise<void>> {
  const target = currentTarget()
  if (target.driver !== 'embedded' || isServed(target.dataDir)) return async () => {}
  try {
    const server = await startEmbedded(target.dataDir)
    return server.stop
  } catch (error) {
    // Another command was faster: its server will do.
    if (error instanceof FolderInUse && isServed(target.dataDir)) return async () => {}
    throw error
  }
}

function isServed(dataDir: string): boolean {
  const holder = findHolder(dataDir)
  return holder !== null && readAddress(dataDir)?.pid === holder.pid
}
