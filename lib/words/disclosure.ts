const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** What is said before the first paid link of a text; null when it has none. */
export function disclosureFor(paidLinks: number): string | null {
  if (paidLinks === 0) return null
  if (paidLinks === 1) {
    return 'One link below is paid: if you buy the thing, the shop gives me a little. I wrote the words first and looked for the shop after.'
  }
  const number = words[paidLinks] ?? String(paidLinks)
  return `${number} links below are paid: if you buy a thing there, the shop gives me a little. I wrote the words first and looked for the shops after.`
}
