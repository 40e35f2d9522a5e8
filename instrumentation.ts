/**
 * Next calls this as a server begins, before it answers. `npm start` deletes what is old by itself, daily. On Vercel nothing
 * stays behind the server to do so, but servers come and go there many times a day, as long as anybody reads: each begins
 * with it. Nobody is made to wait for it.
 */
export async function register() {
  // Next builds this for its Edge runtime, too, which has neither a database nor what the settings are read with.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { keepPagesHere } = await import('./app/_comments/page-cache')
    keepPagesHere()
    const { env } = await import('./lib/env')
    if (env.VERCEL) void import('./jobs/purge').then(({ purge }) => purge())
  }
}
