/** A page or comment number from an address: 1 to 2,147,483,647, written in one way only; null for everything else. */
export function toNumber(segment: string): number | null {
  const number = /^[1-9]\d{0,9}$/.test(segment) ? Number(segment) : 0
  return number >= 1 && number <= 2_147_483_647 ? number : null
}
