import { env } from './lib/env'

/**
 * Next calls this as a server begins. `npm start` deletes what is old by itself, daily. On Vercel nothing stays behind
 * the server to do so, but servers come and go there many times a day, as long as anybody reads: each begins with it.
 * Nobody is made to wait for it.
 */
export function register() {
  // Next builds this for its Edge runtime, too, which has no database.
  if (process.env.NEXT_RUNTIME === 'nodejs' && env.VERCEL)
    void import('./jobs/purge').then(({ purge }) => purge())
}
