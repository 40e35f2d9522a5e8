import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { site } from '@/content/site'
import type { Case } from '@/db/case-columns'
import { findCase } from '@/db/find-comments'
import { findPause } from '@/db/find-pause'
import { countInbox, countReasons } from '@/db/inbox'
import { countJudged } from '@/db/judged'
import { findSecret } from '@/db/secrets'
import { hashText } from '@/lib/comments/hash-text'
import { leastJudged } from '@/lib/comments/learn-order'
import { offersLetters } from '@/lib/mail/offers-letters'
import { sayDone } from '@/lib/studio/done'
import {
  type InboxAsk,
  type InboxPlace,
  inboxPath,
  isKeptBack,
  parseInboxQuery,
} from '@/lib/studio/inbox-query'
import { openDone } from '@/lib/studio/sealed-done'
import { count } from '@/lib/words/count'
import { CaseView } from './_inbox/case-view'
import { doneKey } from './_inbox/done-key'
import { FoundPlace } from './_inbox/found-place'
import { HeldLatestAside } from './_inbox/held-latest-aside'
import { Finding, InboxTabs, NotFound } from './_inbox/inbox-bars'
import { InboxList } from './_inbox/inbox-list'
import { KeysHelp } from './_inbox/keys-help'
import { LeftNote } from './_inbox/left-note'
import { listAsked } from './_inbox/list-asked'
import type { Row } from './_inbox/row'
import { SaidAgain } from './_inbox/said-again'
import { SignedOut } from './_inbox/signed-out'
import { StillAside } from './_inbox/still-aside'
import { UndoForm } from './_inbox/undo-form'
import { DeskFrame } from './desk-frame'
import { readForDesk } from './read-for-desk'
import { findAuthor, requireAuthor } from './session'

/** Whether this page answers a form that was sent without JavaScript: it alone has words that are nowhere else. */
async function isSent(): Promise<boolean> {
  return (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false
}

/** The title is left to the page, which knows how many wait. */
export const metadata: Metadata = { title: null }

export default async function InboxPage({ searchParams }: PageProps<'/studio'>) {
  const query = await searchParams
  const ask = parseInboxQuery(query)
  const { status, comment, reason, search, all } = ask
  const back = inboxPath({ ...ask, all: false })
  const sentTo = (await isSent()) ? comment : null
  if (sentTo !== null && !(await findAuthor())) return <SignedOut comment={sentTo} />
  await requireAuthor(back)
  const [{ cases, nextPath, likely }, counts, reasons, judged, isPaused] = await readForDesk(
    Promise.all([
      listAsked(ask),
      countInbox(),
      comment === null && isKeptBack(status) ? countReasons(status) : [],
      comment === null && status === 'held' ? countJudged(leastJudged) : null,
      findPause(),
    ]),
  )
  const chosen = reasons.find((each) => each.reason === reason)?.count ?? 0
  const title = comment === null ? titleOf(ask, counts[status], chosen) : oneTitle(cases)
  return (
    <DeskFrame skipTo="the comments" skipId="cases" current="/studio">
      <title>{`${title} · Inbox · ${site.name} Studio`}</title>
      <div className="grid three">
        <InboxTabs current={comment === null ? status : null} counts={counts} />
        <div className="work">
          <h1>{title}</h1>
          {isPaused && (
            <p className="meta">
              Comments are paused on all posts. <a href="/studio/rules">Let them in again</a>
            </p>
          )}
          {comment !== null && <FoundPlace comment={cases[0] ?? null} />}
          <Finding {...{ ask, reasons, likely }} judged={counts.held > 0 ? judged : null} />
          <DoneNote done={query.done} {...{ back, cases }} />
          {sentTo !== null && cases.every(({ isTakenBack }) => isTakenBack) && (
            <SaidAgain id={sentTo} signInPath={null} />
          )}
          <InboxList
            // Another page of it begins anew.
            key={back}
            rows={cases.map((each) => toRow(each, likely?.scores.get(each.id) ?? -each.createdAt.getTime()))}
            back={back}
            many={comment === null ? { status, allPath: inboxPath({ ...ask, all: true }), isAll: all } : null}
            empty={
              comment === null && (search !== '' || reason !== null) && isTop(ask) && cases.length === 0 ? (
                <NotFound ask={ask} counts={counts} hasMore={nextPath !== null} />
              ) : (
                emptyWords(ask)
              )
            }
          />
          {nextPath && (
            <p>
              <a className="btn" href={nextPath}>
                {likely ? 'Next' : 'Older'}
              </a>
            </p>
          )}
        </div>
        <div className="aside">
          <HeldLatestAside />
          <StillAside />
          <KeysHelp />
        </div>
      </div>
    </DeskFrame>
  )
}

/** The list begins on this page. */
function isTop({ after, past }: InboxAsk): boolean {
  return after === null && past === null
}

function oneTitle([found]: Case[]): string {
  return found ? `The comment by ${found.name}` : 'This comment is gone'
}

/** `chosen` is how many of all are held for the reason that is asked for. */
function titleOf({ status, search, reason }: InboxAsk, total: number, chosen: number): string {
  if (search !== '') return `Comments with “${search}”`
  if (status === 'held' && total === 0) return 'Nothing waiting'
  const counted = `${reason === null || total === 0 ? '' : `${chosen} of `}${count(total, 'comment')}`
  return `${counted} ${placeWords[status]}`
}

const placeWords: Record<InboxPlace, string> = {
  held: 'waiting',
  published: 'published',
  answered: 'answered or read',
  spam: 'in Spam',
  removed: 'in the bin',
}

function emptyWords(ask: InboxAsk): string {
  const { status, comment, reason, search } = ask
  if (comment !== null) return 'It was deleted for good, so there is nothing to decide or to answer any more.'
  if (reason !== null || search !== '' || !isTop(ask)) return 'Nothing more here.'
  return status === 'held' ? 'Nothing waiting. Go and write.' : 'Nothing here.'
}

function toRow(comment: Case, rank: number): Row {
  const { id, name, place, body, editedAt, forAuthor, isTakenBack, personKey, standing } = comment
  return {
    id,
    name,
    status: place,
    body,
    hash: hashText(body),
    editedAt: editedAt?.toISOString() ?? null,
    rank,
    canPublish: !forAuthor,
    letter: letterTo(comment),
    answers: comment.answers.length,
    canDecide: !isTakenBack,
    canTrust: personKey !== null && standing !== 'trusted',
    view: <CaseView comment={comment} hasForm={!isTakenBack} />,
  }
}

function letterTo({ forAuthor, byAuthor, status, reach }: Case): Row['letter'] {
  if (!forAuthor || byAuthor || status === 'spam') return null
  return offersLetters ? (reach ?? 'no-address') : 'no-mail'
}

type DoneNoteProps = { done: string | string[] | undefined; back: string; cases: Case[] }

/** What was done before this page came, without JavaScript. What was left then is still on it. */
async function DoneNote({ done, back, cases }: DoneNoteProps) {
  if (typeof done !== 'string') return null
  const key = await readForDesk(findSecret(doneKey))
  const opened = key === null ? null : openDone(key, done)
  const [id] = opened?.ids ?? []
  if (!opened || !id) return null
  const comment = opened.ids.length === 1 ? await readForDesk(findCase(id)) : null
  return (
    <UndoForm
      className="undo rail"
      id="done"
      words={sayDone(opened, comment?.name ?? null)}
      done={JSON.stringify(opened)}
      back={back}
    >
      <LeftNote
        left={opened.left ?? []}
        nameOf={(id) => cases.find((each) => each.id === id)?.name ?? null}
      />
    </UndoForm>
  )
}
