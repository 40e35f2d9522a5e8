import { words } from '@/app/_comments/words'
import { findOwn, type OwnComment, type Owner, type OwnKey } from '@/db/own-comments'
import { lookBeforeEdit } from '@/jobs/look-before-edit'
import type { ShownOwn } from './own-schema'
import { showOwn } from './show-own'

const warnings = { stays: null, 'may-wait': words.editMayWait, waits: words.editWaits }

/** As `showOwn`, with what its writer is to know before they change it. Throws when the database does not answer. */
export async function showWithWarning(comment: OwnComment, owner: Owner): Promise<ShownOwn> {
  return { ...showOwn(comment), beforeEdit: warnings[await lookBeforeEdit(comment, owner)] }
}

/** One comment of this owner as they see it; null when there is none. Throws when the database does not answer. */
export async function findShown(key: OwnKey): Promise<ShownOwn | null> {
  const own = await findOwn(key)
  return own && showWithWarning(own, key)
}
