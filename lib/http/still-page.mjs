/** What Next writes into a page for React: its files, how they are begun, and all that was drawn once more as data. */
const scriptsOfReact = [
  /<link rel="preload" as="script"[^>]*>/g,
  /<script src="\/_next\/static\/[^>]*><\/script>/g,
  /<script id="_R_">[\s\S]*?<\/script>/g,
  /<script>(?:\(self\.__next_f=|self\.__next_f\.push)[\s\S]*?<\/script>/g,
]

/** The cache gives out the same object until a page is made again. */
const seen = new WeakSet()

/**
 * Takes the scripts of React out of a page that says it needs none (`still` of `SiteFrame`; decision 12), once, where
 * it is kept. A page where something of them would be left, as a new Next may write them, keeps them all.
 */
export function keepStill(entry) {
  const page = entry?.value
  if (page?.kind !== 'APP_PAGE' || seen.has(page)) return entry
  seen.add(page)
  if (!/<main [^>]*data-still/.test(page.html)) return entry
  const still = scriptsOfReact.reduce((html, script) => html.replace(script, ''), page.html)
  if (!/__next_f|<script[^>]* src=/.test(still)) page.html = still
  return entry
}
