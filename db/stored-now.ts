import { sql } from 'drizzle-orm'

/**
 * Now, for an instant that is compared with `now()` soon after. Instants are stored to the millisecond, and `now()` is
 * rounded up half of the time: what is to be due or over at once is then still to come.
 */
export const storedNow = sql`date_trunc('milliseconds', now())`
