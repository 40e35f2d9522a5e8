import { z } from 'zod'

const comment = z.uuid()
const guest = z.string().min(1)

/**
 * What the outbox keeps of a letter: of whom and about what, and no word of it. It is written when it is sent, from
 * what is true by then, so that nothing withdrawn meanwhile goes out, and nobody is to be erased from it.
 */
export const letterWorkSchema = z.discriminatedUnion('letter', [
  /** To the author: somebody wrote these. One at first; many at once go into one letter (`gatherAuthorLetters`). */
  z.strictObject({ letter: z.literal('author'), comments: z.array(comment).min(1) }),
  /** To a guest: is this address yours? */
  z.strictObject({ letter: z.literal('confirm'), guest }),
  /** To the guest who wrote `comment`: it is up. */
  z.strictObject({ letter: z.literal('published'), comment, guest }),
  /** To the guest whose comment `comment` answers. */
  z.strictObject({ letter: z.literal('reply'), comment, guest }),
  /** To a guest who follows all that is said on a post. */
  z.strictObject({ letter: z.literal('followed'), comment, guest }),
  /** To the guest who wrote to the author alone: the author's answer, by the number of its decision. */
  z.strictObject({ letter: z.literal('answer'), answer: z.int().positive(), guest }),
  /** To a guest: the way to their own comments. */
  z.strictObject({ letter: z.literal('own'), guest }),
])

export type LetterWork = z.output<typeof letterWorkSchema>

export type LetterKind = LetterWork['letter']

export const letterKinds = letterWorkSchema.options.map(({ shape }) => shape.letter.value)

/** By kind, what is noted of a letter. */
export type LetterWorks = { [Work in LetterWork as Work['letter']]: Work }
