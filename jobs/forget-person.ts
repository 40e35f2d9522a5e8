import { type Erased, eraseGuest, erasePerson } from '../db/erase-person'
import { listLettersAbout } from '../db/list-letters-about'
import { deleteWritten } from '../lib/mail/forget-written'
import { lettersFolder } from '../lib/mail/letters-folder'

const erasers = { author: erasePerson, guest: eraseGuest }

/**
 * Forgets a person, as the author or the guest themselves asks for it: the letters that were written as files because
 * there is no mail server, and then all that the database has of them. The files first, as only the rows tell which these
 * are; and once more, as one may have been on its way. Rejects when the database does not answer, or a file cannot be deleted.
 */
export async function forgetPerson(
  key: string,
  text: 'kept' | 'removed',
  by: keyof typeof erasers,
): Promise<Erased> {
  const letters = await listLettersAbout(key)
  await deleteWritten(lettersFolder, letters)
  const erased = await erasers[by](key, text)
  await deleteWritten(lettersFolder, letters)
  return erased
}
