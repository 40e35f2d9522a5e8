import type { Person } from '@/db/people'
import { inboxTabs } from '@/lib/studio/inbox-query'

/** How many of a person's comments are where, in words. */
export function PersonCounts({ counts }: Pick<Person, 'counts'>) {
  const said = inboxTabs.flatMap(({ status, label }) =>
    counts[status] === 0 ? [] : [`${counts[status]} ${label.toLowerCase()}`],
  )
  return <>{said.length === 0 ? 'No comment is left.' : `Comments: ${said.join(', ')}.`}</>
}
