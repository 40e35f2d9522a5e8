import { disclosureFor } from '@/lib/words/disclosure'

/** Said before the first paid link of a page, and not at all on a page that has none. */
export function Disclosure({ paidLinks }: { paidLinks: number }) {
  const sentence = disclosureFor(paidLinks)
  if (sentence === null) return null
  return (
    <aside className="disclosure rail" aria-label="Disclosure">
      <bdi>
        {sentence} <a href="/disclosure">How I choose</a>
      </bdi>
    </aside>
  )
}
