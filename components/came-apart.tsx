import { LooseThread } from './loose-thread'

/**
 * The words for a page that failed. In development they are followed by the error's own, a line each: the mistakes
 * in a post. Visitors of the published site never see those.
 */
export function CameApart({ error, retry }: { error: unknown; retry: () => void }) {
  const development = process.env.NODE_ENV === 'development'
  const mistakes = development && error instanceof Error ? error.message.split('\n') : []
  return (
    <main id="main" tabIndex={-1} className="grid">
      <div className="lost">
        <h1>Something came apart on our side.</h1>
        <LooseThread />
        <p>Your draft, if you had one, is saved on this device.</p>
        {mistakes.length > 0 && (
          <ul className="mt-6 text-small">
            {mistakes.map((mistake) => (
              <li key={mistake} className="border-cloth-3 border-t py-2">
                <code>{mistake}</code>
              </li>
            ))}
          </ul>
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
