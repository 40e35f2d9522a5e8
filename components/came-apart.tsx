import { LooseThread } from './loose-thread'

/**
 * The words for a page that failed. In development they are followed by the error's own words: the mistakes in a
 * post, one a line. Visitors of the published site never see those.
 */
export function CameApart({ error, retry }: { error: unknown; retry: () => void }) {
  const development = process.env.NODE_ENV === 'development'
  return (
    <main id="main" tabIndex={-1} className="grid">
      <div className="lost">
        <h1>Something came apart on our side.</h1>
        <LooseThread />
        <p>Your draft, if you had one, is saved on this device.</p>
        {development && error instanceof Error && (
          <pre className="mt-6 whitespace-pre-wrap">{error.message}</pre>
        )}
        <p className="flex flex-wrap gap-3">
          <button type="button" className="btn btn-1" onClick={retry}>
            Try again
          </button>
          <a className="btn" href="/">
            Home
          </a>
        </p>
      </div>
    </main>
  )
}
