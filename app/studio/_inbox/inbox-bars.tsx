import { Fragment } from 'react'
import { mostOrdered } from '@/db/inbox'
import { forAuthorAlone } from '@/lib/comments/decision'
import { leastJudged } from '@/lib/comments/learn-order'
import { nameRule } from '@/lib/comments/say-reasons'
import { type InboxAsk, type InboxPlace, inboxPath, inboxTabs } from '@/lib/studio/inbox-query'
import { count } from '@/lib/words/count'
import type { Listed } from './list-asked'

/** `current` is null where none of them is shown. */
type TabsProps = { current: InboxPlace | null; counts: Record<InboxPlace, number> }

/** Where comments stand, and how many stand there. */
export function InboxTabs({ current, counts }: TabsProps) {
  return (
    <nav className="tabs" aria-label="Inbox">
      {tabsIn(current, counts).map(({ status, label }) => (
        <a key={status} href={inboxPath({ status })} aria-current={status === current ? 'page' : undefined}>
          {label} <b>{counts[status]}</b>
        </a>
      ))}
    </nav>
  )
}

/** Few blogs answer by letter: where nothing was, there is no such tab. */
function tabsIn(current: InboxPlace | null, counts: TabsProps['counts']) {
  return inboxTabs.filter(({ status }) => status !== 'answered' || status === current || counts.answered > 0)
}

type NotFoundProps = { ask: InboxAsk; counts: TabsProps['counts']; hasMore: boolean }

/** When there is nothing of what was asked for: a search looks in one tab, and of a long one at a part. */
export function NotFound({ ask: { status, search, order, reason }, counts, hasMore }: NotFoundProps) {
  const tabs = search === '' ? [] : tabsIn(status, counts)
  const others = tabs.filter((tab) => tab.status !== status && counts[tab.status] > 0)
  return (
    <>
      Nothing {hasMore ? 'yet' : 'here'}
      {reason !== null && ' of the chosen kind'}
      {search !== '' && ` with “${search}” in a name or a text`}.{' '}
      {reason !== null && <a href={inboxPath({ status, search, order })}>Look at every kind</a>}
      {others.length > 0 && ' Look for it in: '}
      {others.map(({ status, label }, index) => (
        <Fragment key={status}>
          {index > 0 && ', '}
          <a href={inboxPath({ status, search })}>{label}</a>
        </Fragment>
      ))}
    </>
  )
}

type FindingProps = {
  ask: InboxAsk
  reasons: { reason: string; count: number }[]
  /** How much there is to learn an order from; null where nothing is to be put in order. */
  judged: Record<'published' | 'spam', number> | null
  likely: Listed['likely']
}

/** The ways to a few of many comments, and to those first. Where there is little room they are folded, unless one was taken. */
export function Finding({ ask, reasons, judged, likely }: FindingProps) {
  return (
    <details className="finding" open={ask.search !== '' || ask.reason !== null || ask.order === 'likely'}>
      <summary className="quiet">Find a comment</summary>
      <InboxSearch ask={ask} />
      <ReasonFilter ask={ask} reasons={reasons.filter(({ reason }) => reason !== forAuthorAlone)} />
      <ReaderFilter ask={ask} count={reasons.find(({ reason }) => reason === forAuthorAlone)?.count ?? 0} />
      {judged && <InboxOrder {...{ ask, judged, likely }} />}
    </details>
  )
}

/** Which rules hold what waits, as links to what each of them holds. */
function ReasonFilter({ ask, reasons }: Pick<FindingProps, 'ask' | 'reasons'>) {
  const { status, search, order } = ask
  if (reasons.length === 0) return null
  return (
    <p className="why-filter meta">
      <span>Held because:</span>
      <a
        href={inboxPath({ status, search, order })}
        aria-current={ask.reason === null || ask.reason === forAuthorAlone ? 'true' : undefined}
      >
        any reason
      </a>
      {reasons.map(({ reason, count }) => (
        <a
          key={reason}
          href={inboxPath({ status, search, order, reason })}
          aria-current={ask.reason === reason ? 'true' : undefined}
        >
          {nameRule(reason)} {count}
        </a>
      ))}
    </p>
  )
}

/** What was written for the author alone, as a link to it, where there is any. */
function ReaderFilter({ ask, count }: { ask: InboxAsk; count: number }) {
  const { status, search, order } = ask
  const isChosen = ask.reason === forAuthorAlone
  if (count === 0 && !isChosen) return null
  return (
    <p className="why-filter meta">
      <span>Written to:</span>
      <a href={inboxPath({ status, search, order })} aria-current={isChosen ? undefined : 'true'}>
        anybody
      </a>
      <a
        href={inboxPath({ status, search, order, reason: forAuthorAlone })}
        aria-current={isChosen ? 'true' : undefined}
      >
        just you {count}
      </a>
    </p>
  )
}

type OrderProps = Pick<FindingProps, 'ask' | 'likely'> & { judged: NonNullable<FindingProps['judged']> }

/** The two orders of what waits. The one that learns is offered when there is enough to learn from. */
function InboxOrder({ ask: { search, reason, order }, judged, likely }: OrderProps) {
  if (judged.published < leastJudged || judged.spam < leastJudged) {
    if (order === 'newest') return null
    return (
      <p className="meta">
        “Likely welcome first” learns from {leastJudged} published comments of others and {leastJudged} that
        you put into Spam, where they stay for fourteen days. Too few so far: {tellLacking(judged)}. The
        newest come first.
      </p>
    )
  }
  return (
    <>
      <p className="why-filter meta">
        <span>Order:</span>
        <a href={inboxPath({ search, reason })} aria-current={likely ? undefined : 'true'}>
          Newest first
        </a>
        <a href={inboxPath({ search, reason, order: 'likely' })} aria-current={likely ? 'true' : undefined}>
          Likely welcome first
        </a>
      </p>
      {likely && (
        <p className="meta">
          First what is most like the comments that were published, last what is most like those you put into
          Spam.
          {!likely.isAll &&
            ` Only the newest are in it, ${count(mostOrdered, 'comment')} at most; the others are under “Newest first”.`}
        </p>
      )}
    </>
  )
}

function tellLacking({ published, spam }: NonNullable<FindingProps['judged']>): string {
  const lacking = [
    ...(published < leastJudged ? [`${published} published`] : []),
    ...(spam < leastJudged ? [`${spam} in Spam`] : []),
  ]
  return lacking.join(', ')
}

/** Looks in names and texts of one tab. */
function InboxSearch({ ask }: { ask: InboxAsk }) {
  const slug = inboxTabs.find(({ status }) => status === ask.status)?.slug
  return (
    <search>
      <form className="inbox-search field" action="/studio" method="get">
        <input type="hidden" name="tab" value={slug} />
        {ask.reason !== null && <input type="hidden" name="reason" value={ask.reason} />}
        {ask.order === 'likely' && <input type="hidden" name="order" value={ask.order} />}
        <label htmlFor="search">Search names and texts</label>
        <div>
          <input id="search" name="search" type="search" defaultValue={ask.search} maxLength={200} />
          <button className="btn" type="submit">
            Search
          </button>
        </div>
      </form>
    </search>
  )
}
