import type { Metadata } from 'next'
import { CannotBeRead, LetterFrame, LetterProblem } from '@/app/_comments/letter-frame'
import { site } from '@/content/site'
import { isUnread } from '@/db/read-or-log'
import { findInLog } from '@/lib/words/name-fault'
import { AskedComment } from './asked-comment'
import { DecideForm, listChoices } from './decide-form'
import { findAsked } from './find-asked'

export const dynamic = 'force-dynamic'

const heading = 'A comment for you'

export const metadata: Metadata = {
  title: { absolute: `${heading} · ${site.name}` },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
}

/**
 * Where the links of the author's letters lead. Programs that look into mail follow them, too: looking changes nothing,
 * however often, and only a button does. It says how the comment stands by now, whoever decided it and where.
 */
export default async function DecidePage({ params, searchParams }: PageProps<'/letters/decide/[token]'>) {
  const [{ token }, { verb, problem }] = await Promise.all([params, searchParams])
  const asked = await findAsked(token)
  if (isUnread(asked)) return <CannotBeRead heading={heading} {...asked} name={findInLog} />
  if (asked === null) {
    return (
      <LetterFrame heading="This link is used up">
        <p className="c-none">
          It opens nothing any more: it is older than 30 days, or the comment is gone for good. All others are
          in <a href="/studio">the studio</a>.
        </p>
      </LetterFrame>
    )
  }
  const choices = listChoices(asked)
  const chosen = choices.find((choice) => choice.verb === verb)?.verb ?? null
  const isOpen = chosen !== null || choices.every((choice) => choice.verb !== 'undo')
  return (
    <LetterFrame heading={isOpen ? 'Decide about a comment' : 'Decided'}>
      <AskedComment comment={asked.comment}>
        <DecideForm asked={asked} token={token} choices={choices} chosen={chosen}>
          {problem === 'changed' ? (
            <p className="err" role="alert">
              Its writer changed it while you looked, so nothing was done yet. This is how it reads now.
            </p>
          ) : (
            <LetterProblem problem={problem} name={findInLog} />
          )}
        </DecideForm>
      </AskedComment>
      <p className="c-none">
        All comments are in <a href="/studio">the studio</a>.
      </p>
    </LetterFrame>
  )
}
