import { Stitch } from './stitch'
import { ThemeSwitch } from './theme-switch'

export function SiteFooter({ about, items }: { about: string; items: { label: string; href: string }[] }) {
  return (
    <footer className="foot grid">
      <Stitch />
      <div className="foot-cols">
        <p>{about}</p>
        <nav aria-label="Foot">
          <ul>
            {items.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSwitch />
      </div>
    </footer>
  )
}
