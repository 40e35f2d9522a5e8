import type { Metadata } from 'next'
import { z } from 'zod'
import { UndoForm } from '@/app/studio/_inbox/undo-form'
import { DeskPage, deskTitle } from '@/app/studio/desk-page'
import { readForDesk } from '@/app/studio/read-for-desk'
import { requireAuthor } from '@/app/studio/session'
import { site } from '@/content/site'
import { type LoggedDecision, listDecisions } from '@/db/decisions'
import { findPostById } from '@/lib/posts/find-post'
import type { Done } from '@/lib/studio/done'
import { inboxTabs } from '@/lib/studio/inbox-query'
import { ageOf } from '@/lib/words/age'
import { count } from '@/lib/words/count'

export const metadata: Metadata = deskTitle('Log', site.name)

const query = z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) })
const perPage = 50

export default async function LogPage({ searchParams }: PageProps<'/studio/log'>) {
  await requireAuthor('/studio/log')
  const { before } = query.parse(await searchParams)
  const found = await readForDesk(listDecisions({ before, limit: perPage + 1 }))
  const lines = found.slice(0, perPage)
  const last = found.length > perPage ? lines.at(-1) : undefined
  return (
    <DeskPage
      title="Log"
      intro="What was decided about comments, by the rules, by their writers and by you, newest first."
      skipTo="the log"
      current="/studio/log"
    >
      {lines.length === 0 ? (
        <p className="desk-note">Nothing was decided yet.</p>
      ) : (
        <ul className="desk log">
          {lines.map((line) => (
            <Line
              key={line.id}
              line={line}
              oneGo={listOneGo(line, lines)}
              back={before ? `/studio/log?before=${before}` : '/studio/log'}
            />
          ))}
        </ul>
      )}
      {last && (
        <a className="btn" href={`/studio/log?before=${last.id}`}>
          Older
        </a>
      )}
    </DeskPage>
  )
}

const deeds = {
  publish: 'Published',
  hold: 'Put back to waiting',
  spam: 'Put into Spam',
  remove: 'Put into the bin',
  edit: 'Changed',
  answer: 'Answered by letter',
  read: 'Marked as read',
  'show-latest': 'Latest post shown again',
  'drop-latest': 'Latest post left out',
}
const makers = { rules: 'by the rules', writer: 'by its writer', author: 'by you' }

/** For the first line of several that the author decided in one go: all of them that are on this page. Else none. */
function listOneGo(line: LoggedDecision, lines: LoggedDecision[]): LoggedDecision[] {
  const { verb, by, at } = line
  const oneGo = lines.filter(
    (other) => other.verb === verb && other.by === by && other.at.getTime() === at.getTime(),
  )
  return by === 'author' && oneGo.length > 1 && oneGo[0] === line ? oneGo : []
}

type LineProps = { line: LoggedDecision; oneGo: LoggedDecision[]; back: string }

async function Line({ line, oneGo, back }: LineProps) {
  const { verb, by, at, undoneAt, canUndo, isOvertaken, postId, number, name, place } = line
  const post = await findPostById(postId)
  const undoable = oneGo.filter((each) => each.canUndo)
  const isThere = place === 'published' && number !== null
  return (
    <li>
      <b>
        {deeds[verb]}: <bdi>{name}</bdi>
      </b>
      <p>
        <time dateTime={at.toISOString()}>{ageOf(at)}</time>, {makers[by]}, on{' '}
        {post ? <a href={`/posts/${post.slug}${isThere ? `/c/${number}` : ''}`}>{post.title}</a> : postId}. It
        is now in: {inboxTabs.find((tab) => tab.status === place)?.label}.
        {undoneAt && ` Taken back ${ageOf(undoneAt)}.`}
        {isOvertaken && by === 'author' && ' Overtaken by what was done to it since.'}
        {oneGo.length > 0 && ` Done in one go with ${count(oneGo.length - 1, 'other')} on this page.`}
      </p>
      {canUndo && by === 'author' && (
        <UndoForm className="undo-line" words="" done={toDone(verb, [line])} back={back} />
      )}
      {oneGo.length > 0 && (
        <UndoForm
          className="undo-line"
          words=""
          button={undoable.length > 1 ? `Undo all ${undoable.length}` : null}
          done={toDone(verb, undoable)}
          back={back}
        />
      )}
    </li>
  )
}

/** What a form undoes: decisions of one verb. */
function toDone(verb: Done['verb'], lines: LoggedDecision[]): string {
  const done: Done = {
    verb,
    ids: lines.map(({ commentId }) => commentId),
    notes: lines.map(({ id }) => id),
    reply: null,
    trust: null,
  }
  return JSON.stringify(done)
}
