/** The words for what is left of the time in which a writer may change a comment: `14 minutes`, `1 minute`, and `moment` at its end. `secondsLeft` is more than 0. */
export function sayTimeLeft(secondsLeft: number): string {
  const minutes = Math.floor(secondsLeft / 60)
  if (minutes < 1) return 'moment'
  return minutes === 1 ? 'minute' : `${minutes} minutes`
}
