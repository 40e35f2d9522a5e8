import { askForOwn } from '../../db/ask-for-own'
import { getDb } from '../../db/client'
import { decideComments } from '../../db/decide-comments'
import { confirmGuest, followPost } from '../../db/guests'
import { insertAnswer } from '../../db/insert-answer'
import { addComment } from '../../db/testing/comment-of'
import { letMinutesPass, listLetters } from '../../db/testing/letters'
import { deliverLetters } from '../../jobs/deliver-letters'
import { letterKinds, letterWorkSchema } from '../../lib/mail/letter-work'

/** A letter as it would be sent; `name` says which it is in a word or two, fit for a file. */
export type MadeLetter = { name: string; subject: string; text: string; html: string }

/** What happens, and what the letters are called that are written of it. */
type Scene = { names: string[]; happens: () => Promise<unknown> }

const postId = 'lists-i-lost'
const wren = { name: 'Wren', email: 'wren@wren.example', emailHash: 'wren' }
const tam = { name: 'Tam', email: 'tam@tam.example', emailHash: 'tam' }
const waits = { postId, status: 'held', tellsAuthor: true } as const

/** What has to happen, in this order, for each letter to be written. */
function listScenes(): Scene[] {
  let first = ''
  let question = ''
  const say = (given: Partial<Parameters<typeof addComment>[1]>) => addComment(getDb(), { postId, ...given })
  return [
    {
      names: ['author', 'confirm'],
      happens: async () => {
        first = await say({
          ...waits,
          ...wren,
          website: 'https://wren.example/',
          reasons: ['first-comment'],
          wantsLetters: true,
          body: 'I kept a list of lost gloves once. It was the *left* ones, always.\n\nThen I lost the list, on the 14, with a glove in it. <b>Nobody</b> handed it in: https://wren.example/gloves',
        })
      },
    },
    {
      names: ['author-many'],
      happens: async () => {
        await say({
          ...waits,
          name: 'Ode',
          reasons: ['first-comment', 'links: 2'],
          body: 'Mine are on the backs of receipts.\n\nhttps://ode.example/a and https://ode.example/b',
        })
        await say({
          ...waits,
          name: 'Mirela Constantinescu-Vandermeer of the long name',
          reasons: ['first-comment'],
          body: 'Eu am pierdut o listă de cumpărături în 1994 și încă o caut.',
        })
        await say({
          ...waits,
          name: 'נועה',
          reasons: ['first-comment'],
          body: 'גם אני איבדתי רשימה אחת, ומצאתי אותה בספר שהחזרתי לספרייה.',
        })
        await say({ name: 'Pim', tellsAuthor: true, body: 'This one is up already.' })
        // Six are gathered into one.
        await say({ name: 'Bo', tellsAuthor: true, body: 'So is this one.' })
        await say({ ...waits, name: 'Ilka', body: 'Held, for once, for no reason that is written down.' })
      },
    },
    {
      names: ['author-alone'],
      happens: async () => {
        question = await say({
          ...waits,
          ...tam,
          forAuthor: true,
          body: 'Just between us: was it my list that you found?',
        })
      },
    },
    {
      names: ['published'],
      happens: async () => {
        await confirmGuest('wren')
        await decideComments([first], 'publish')
      },
    },
    {
      names: ['reply'],
      happens: () =>
        say({
          name: 'Nell',
          parentNumber: 3,
          body: 'On the 14? I found **one** there in March.\n\n> always the left\n\nA right one, though.',
        }),
    },
    {
      names: ['followed'],
      happens: async () => {
        await followPost({ key: 'wren', email: wren.email }, postId)
        await say({ name: 'Ansel', body: 'I number mine, and then I lose the numbers.' })
      },
    },
    {
      names: ['confirm-answer'],
      happens: () =>
        insertAnswer(
          question,
          'It *was*.\n\nIt is in the tin with the odd buttons. Come and get it in spring.',
          null,
        ),
    },
    { names: ['answer'], happens: () => confirmGuest('tam') },
    { names: ['own'], happens: () => askForOwn('wren') },
  ]
}

/** Has every kind of letter written, some in more than one way. Throws when one of them is not. */
export async function makeEveryLetter(): Promise<MadeLetter[]> {
  const made: MadeLetter[] = []
  for (const { names, happens } of listScenes()) {
    const before = made.length
    await happens()
    // Letters wait for what may be taken back, and for others that would go with them.
    await letMinutesPass(getDb(), 60)
    await deliverLetters({
      most: 10,
      send: async ({ subject = '', text, html }) => {
        if (typeof text !== 'string' || typeof html !== 'string')
          throw new Error('A letter is text and HTML.')
        made.push({ name: names[made.length - before] ?? 'more', subject, text, html })
        return { ok: true, file: null }
      },
    })
    const all = made.length - before
    if (all !== names.length)
      throw new Error(`Of what should give ${names.join(' and ')} came ${all} letters.`)
  }
  const written = (await listLetters(getDb())).map(({ work }) => letterWorkSchema.parse(work).letter)
  const left = letterKinds.filter((kind) => !written.includes(kind))
  if (left.length > 0) throw new Error(`Nothing happens here that these letters come of: ${left.join(', ')}`)
  return made
}
