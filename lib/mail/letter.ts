/**
 * A part of a letter, which is shown in plain text and in HTML from this one source. All text is inert: it stands as
 * it is, whatever it looks like, and what is not quoted stands in one line.
 */
export type LetterPart =
  | { part: 'heading'; text: string }
  | { part: 'words'; text: string }
  /** Somebody's words, as typed, set apart under their name. */
  | { part: 'quoted'; by: string; text: string }
  /** Absolute addresses of our own alone; the first of a letter is its button. */
  | { part: 'links'; links: { label: string; href: string }[] }
  /** Small print. */
  | { part: 'note'; text: string; link?: { label: string; href: string } }

/** A letter as it is to be sent. */
export type Letter = {
  /** A plain address, as `checkEmail` lets it pass. */
  to: string
  subject: string
  parts: LetterPart[]
  /**
   * What it belongs to, oldest first, each a name that is the same for all letters about it (`conversation POST`,
   * `comment ID`): mail programs make threads of them by References and In-Reply-To (RFC 5322, 3.6.4).
   */
  about: string[]
  /** Where one POST stops letters like this one (RFC 8058); null for a letter somebody asked for by hand. */
  stopHref: string | null
}
