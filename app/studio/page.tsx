import type { Metadata } from 'next'
import { site } from '@/content/site'
import type { Case } from '@/db/case-columns'
import { findCase } from '@/db/find-comments'
import { countInbox, countReasons, listInbox } from '@/db/inbox'
import { offersLetters } from '@/lib/mail/offers-letters'
import { parseDone, sayDone } from '@/lib/studio/done'
import { type InboxAsk, inboxPath, parseInboxQuery } from '@/lib/studio/inbox-query'
import { count } from '@/lib/words/count'
import { CaseView } from './_inbox/case-view'
import { InboxSearch, InboxTabs, ReasonFilter } from './_inbox/inbox-bars'
import { InboxList } from './_inbox/inbox-list'
import type { Row } from './_inbox/row'
import { StillAside } from './_inbox/still-aside'
import { UndoForm } from './_inbox/undo-form'
import { DeskFrame } from './desk-frame'
import { readForDesk } from './read-for-desk'
import { requireAuthor } from './session'

/** The title is left to the page, which knows how many wait. */
export const metadata: Metadata = { title: null }

export default async function InboxPage({ searchParams }: PageProps<'/studio'>) {
  await requireAuthor()
  const query = await searchParams
  const ask = parseInboxQuery(query)
  const { status, reason, search, after, all } = ask
  const [{ cases, next }, counts, reasons] = await readForDesk(
    Promise.all([
      listInbox({ status, reason: reason ?? undefined, search, after }),
      countInbox(),
      status === 'held' || status === 'spam' ? countReasons(status) : [],
    ]),
  )
  const back = inboxPath({ ...ask, all: false })
  return (
    <DeskFrame skipTo="the comments" skipId="cases" current="/studio">
      <title>{`${count(counts.held, 'comment')} waiting · Inbox · ${site.name} Studio`}</title>
      <div className="grid three">
        <InboxTabs current={status} counts={counts} />
        <div className="work">
          <h1>{titleOf(ask, counts[status])}</h1>
          <InboxSearch ask={ask} />
          <DoneNote done={query.done} back={back} />
          <ReasonFilter ask={ask} reasons={reasons} />
          <InboxList
            // Another page of it begins anew.
            key={back}
            rows={cases.map(toRow)}
            status={status}
            back={back}
            allPath={inboxPath({ ...ask, all: true })}
            isAll={all}
            empty={emptyWords(ask)}
          />
          {next && (
            <p>
              <a className="btn" href={inboxPath({ status, reason, search, after: next })}>
                Older
              </a>
            </p>
          )}
        </div>
        <StillAside />
      </div>
    </DeskFrame>
  )
}

function titleOf({ status, search }: InboxAsk, total: number): string {
  if (search !== '') return `Comments with “${search}”`
  if (status === 'held') return total === 0 ? 'Nothing waiting' : `${count(total, 'comment')} waiting`
  if (status === 'published') return `${count(total, 'comment')} published`
  return status === 'spam' ? `${count(total, 'comment')} in Spam` : `${count(total, 'comment')} in the bin`
}

function emptyWords({ status, reason, search, after }: InboxAsk): string {
  if (reason !== null || search !== '' || after !== null) return 'Nothing more here.'
  return status === 'held' ? 'Nothing waiting. Go and write.' : 'Nothing here.'
}

function toRow(comment: Case): Row {
  const { id, name, status, body, createdAt, editedAt, forAuthor, isTakenBack, personKey, standing } = comment
  return {
    id,
    name,
    status,
    body,
    editedAt: editedAt?.toISOString() ?? null,
    at: createdAt.getTime(),
    canPublish: !forAuthor,
    letter: letterTo(comment),
    answers: comment.answers.length,
    canDecide: !isTakenBack,
    canTrust: personKey !== null && standing !== 'trusted',
    view: <CaseView comment={comment} />,
  }
}

function letterTo({ forAuthor, byAuthor, status, reach }: Case): Row['letter'] {
  if (!forAuthor || byAuthor || status === 'spam') return null
  return offersLetters ? (reach ?? 'no-address') : 'no-mail'
}

/** What was done before this page came, without JavaScript. */
async function DoneNote({ done, back }: { done: string | string[] | undefined; back: string }) {
  const parsed = parseDone(done)
  const [id] = parsed?.ids ?? []
  if (!parsed || !id) return null
  const comment = parsed.ids.length === 1 ? await readForDesk(findCase(id)) : null
  return (
    <UndoForm
      className="undo rail"
      words={sayDone(parsed, comment?.name ?? null)}
      done={JSON.stringify(parsed)}
      back={back}
    />
  )
}
