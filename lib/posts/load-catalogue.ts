import { readFolder } from './read-folder'
import { readCatalogue, type StoredCatalogue } from './stored-catalogue'

let stored: Promise<StoredCatalogue> | null = null

/** What the build wrote, read once a process; outside production the content folder itself, as it stands now. */
export async function loadCatalogue(): Promise<StoredCatalogue> {
  if (process.env.NODE_ENV !== 'production') return readFolder()
  stored ??= readCatalogue().catch((error: unknown) => {
    stored = null
    throw error
  })
  return stored
}
