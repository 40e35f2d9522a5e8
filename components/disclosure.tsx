const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** Said before the first paid link of a page, and not at all on a page that has none. */
export function Disclosure({ paidLinks }: { paidLinks: number }) {
  if (paidLinks === 0) return null
  const number = words[paidLinks] ?? String(paidLinks)
  return (
    <aside className="disclosure rail" aria-label="Disclosure">
      {paidLinks === 1
        ? 'One link below is paid: if you buy the thing, the shop gives me a little. I wrote the words first and looked for the shop after.'
        : `${number} links below are paid: if you buy a thing there, the shop gives me a little. I wrote the words first and looked for the shops after.`}{' '}
      <a href="/disclosure">How I choose</a>
    </aside>
  )
}
