/** Pages that lie ready; none that is made for whoever asks for it, no file, and no part of the open page. */
const where = {
  and: [
    { href_matches: ['/', '/:page', '/tags/:tag', '/series/:name', '/posts/:slug'] },
    { not: { href_matches: ['/*.*', '/search', '/my-comments'] } },
    { not: { selector_matches: '[href^="#"]' } },
  ],
}

/**
 * A page is fetched a moment before it is opened (speculation rules: https://wicg.github.io/nav-speculation/), where
 * the browser can: when a mouse rests on its link, or a finger touches it. Nothing is fetched that a reader only scrolls
 * past, and nothing at all for one who saves data: the line of script that adds the rules alone knows.
 */
const nextPages = `if(!navigator.connection?.saveData)document.head.append(Object.assign(document.createElement('script'),{type:'speculationrules',textContent:JSON.stringify({prefetch:[{where:${JSON.stringify(where)},eagerness:matchMedia('(hover:hover)').matches?'moderate':'conservative'}]})}))`

export function NextPages() {
  return <script dangerouslySetInnerHTML={{ __html: nextPages }} />
}
