const preload = /<link rel="preload" as="script"[^>]*>/g
const file = /<script src="(\/_next\/static\/[^"]*)" async=""><\/script>/g
/** What begins React, the payload, and what very old browsers would need. */
const rest = [
  /<script id="_R_">[\s\S]*?<\/script>/g,
  /<script>(?:\(self\.__next_f=|self\.__next_f\.push)[\s\S]*?<\/script>/g,
  /<script src="\/_next\/static\/[^>]*><\/script>/g,
]

/**
 * The HTML of a page with the scripts of React that it asks for (`scripts` of `SiteFrame`; decisions 12 and 16). A page
 * that is not written as we know it, as a new Next may do, keeps all of them as they are.
 */
export function fitScripts(html: string): string {
  const asked = /<main [^>]*data-scripts="(none|late)"/.exec(html)?.[1]
  if (asked === 'none') return withoutReact(html)
  if (asked === 'late') return withReactLate(html)
  return html
}

function withoutReact(html: string): string {
  const still = [preload, file, ...rest].reduce((html, script) => html.replace(script, ''), html)
  return /__next_f|<script[^>]* src=/.test(still) ? html : still
}

function withReactLate(html: string): string {
  const files = new Set([...html.matchAll(file)].map(([, address]) => address))
  const late = html.replace(preload, '').replace(file, '')
  if (files.size === 0 || /<script[^>]* async/.test(late)) return html
  return late.replace('</head>', () => `<script>(${loadLate})(${JSON.stringify([...files])})</script></head>`)
}

/**
 * Fetches the files when nothing else is to be done, unless the reader saves data, and runs them at the first sign of
 * a reader. React takes a slow phone a third of a second to begin: what a tap or a key does is painted before, and a
 * finger that is down has its tap first. One that could not be fetched is tried again a second later, at the next.
 */
const loadLate = `files=>{
const how={capture:true,passive:true}
const add=(name,set)=>document.head.append(Object.assign(document.createElement(name),set))
const begin=()=>{for(const src of files.splice(0))add('script',{src,async:true,onerror(){this.remove();setTimeout(()=>files.push(src),1000)}})}
for(const sign of ['pointermove','scroll'])addEventListener(sign,begin,how)
for(const sign of ['selectionchange','click','keydown','focusin','input'])addEventListener(sign,()=>requestAnimationFrame(()=>setTimeout(begin)),how)
addEventListener('load',()=>{
if(!navigator.connection?.saveData)(self.requestIdleCallback||setTimeout)(()=>{for(const href of files)add('link',{rel:'prefetch',href})})
})
}`
