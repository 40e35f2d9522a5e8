import type { Metadata } from 'next'
import { ActForm } from '@/app/studio/act-form'
import { DeskPage } from '@/app/studio/desk-page'
import { readForDesk } from '@/app/studio/read-for-desk'
import { requireAuthor } from '@/app/studio/session'
import { site } from '@/content/site'
import { findPause } from '@/db/find-pause'
import { findRules } from '@/db/settings'
import { rulesAsTheyCome } from '@/lib/comments/site-rules'
import { keepPause } from './actions'
import { RulesForm } from './rules-form'

/** The title is left to the form, which changes it when something is wrong. */
export const metadata: Metadata = { title: null }

export default async function RulesPage({ searchParams }: PageProps<'/studio/rules'>) {
  await requireAuthor('/studio/rules')
  const { kept } = await searchParams
  const [rules, paused] = await readForDesk(Promise.all([findRules(rulesAsTheyCome), findPause()]))
  const { holdFirst, links, flood, quickest, holdWords, spamWords } = rules
  return (
    <DeskPage
      title="Rules"
      intro="What is looked at when a comment comes in. No rule throws one away: it is published, it waits for you, or it goes to Spam."
      skipTo="the rules"
      current="/studio/rules"
    >
      <Pause paused={paused} hasChanged={kept === 'pause'} />
      <h2 className="desk-h">On arrival</h2>
      <RulesForm
        title={`Rules · ${site.name} Studio`}
        isKept={kept === 'rules'}
        rules={{
          holdFirst,
          holdWords,
          spamWords,
          links: String(links),
          floodCount: String(flood.count),
          floodMinutes: String(flood.minutes),
          quickest: String(quickest / 1000),
        }}
      />
    </DeskPage>
  )
}

function Pause({ paused, hasChanged }: { paused: boolean; hasChanged: boolean }) {
  return (
    <ActForm className="desk-note" action={keepPause}>
      <h2>{paused ? 'Comments are paused' : 'Comments are open'}</h2>
      <p role={hasChanged ? 'status' : undefined}>
        {paused
          ? 'Nobody can comment on any post just now. What was said stays, and what readers are writing is kept in their browsers.'
          : 'A pause stops new comments on every post at once. What was said stays, and what readers are writing is kept in their browsers.'}
      </p>
      <input type="hidden" name="pause" value={paused ? 'off' : 'on'} />
      <button className="btn" type="submit">
        {paused ? 'Let comments in again' : 'Pause comments everywhere'}
      </button>
    </ActForm>
  )
}
