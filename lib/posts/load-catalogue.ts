import { readCatalogue, type StoredCatalogue } from './stored-catalogue'

declare global {
  /** Next bundles this module for pages, for routes and for itself: each would read and keep a catalogue of its own. */
  var storedCatalogue: Promise<StoredCatalogue> | undefined
}

/** What the build wrote, read once a process; outside production the content folder itself, as it stands now. */
export async function loadCatalogue(): Promise<StoredCatalogue> {
  // What parses the folder is loaded where it is used: a server of what was built has no use for it.
  if (process.env.NODE_ENV !== 'production') return (await import('./read-folder')).readFolder()
  globalThis.storedCatalogue ??= readCatalogue().catch((error: unknown) => {
    globalThis.storedCatalogue = undefined
    throw error
  })
  return globalThis.storedCatalogue
}
