import type { ReactNode } from 'react'

type SiteHeaderProps = {
  name: string
  items: { label: string; href: string }[]
  /** The path of this page, when it is one of the items. */
  current?: string
  /** The part of the site that has a head of its own: "Studio". */
  part?: string
  /** What stands at the end of the navigation. */
  children?: ReactNode
}

export function SiteHeader({ name, items, current, part, children }: SiteHeaderProps) {
  return (
    <header className="site-head grid">
      <div>
        <a className="wordmark" href="/" aria-current={current === '/' ? 'page' : undefined}>
          {name}
          <LooseEnd />
          {part && <small>{part}</small>}
        </a>
        <nav className="nav" aria-label={part ?? 'Main'}>
          <ul>
            {items.map(({ label, href }) => (
              <li key={href}>
                <a href={href} aria-current={href === current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
            {children && <li>{children}</li>}
          </ul>
        </nav>
      </div>
    </header>
  )
}

/** The stitch under the name: two stitches are missing, then the thread goes off in a loop. */
function LooseEnd() {
  return (
    <svg viewBox="0 0 158 22" aria-hidden="true">
      <path d="M1.5 12.3 10 11.8M17 11.7 26 12.2M33 12.3 41.5 11.8M49 11.8 58 12.2M65 12.2 73.5 11.7M81 11.8 89.5 12.1M120 12.1c6-.2 9 2.4 13 5s10 2.6 12-1.2-2.4-8-6.4-5.2-1.5 9.2 5 9.6c5 .3 8-1.7 11.5-4.5" />
    </svg>
  )
}
