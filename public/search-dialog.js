/**
 * The search as a dialog over any page, fetched when Ctrl-K or Cmd-K is first pressed (components/search-keys.tsx). In
 * plain JavaScript, since most pages carry no React; `npm run types` checks it. It asks `/search` itself and shows what
 * is on that page, so that both say the same. A combobox as in the ARIA Authoring Practices: the focus stays in the
 * field, `aria-activedescendant` names the post that Enter opens. The ids have a colon, as no heading of a post has.
 */

/** Milliseconds without a key before the server is asked, and before somebody who waits is told that it takes long. */
const pause = 150
const patience = 1_000

const dialog = document.createElement('dialog')
dialog.className = 'search-dialog'
dialog.setAttribute('aria-label', 'Search')
dialog.setAttribute('closedby', 'any')
dialog.innerHTML = `
  <form class="search field" action="/search">
    <label for="search:q">Search the posts</label>
    <div>
      <input id="search:q" type="search" name="q" maxlength="200" autocomplete="off" role="combobox"
        aria-autocomplete="list" aria-controls="search:list" aria-expanded="false">
      <button class="btn" type="button">Close</button>
    </div>
  </form>
  <p class="meta" role="status"></p>
  <div id="search:list" role="listbox" aria-label="Posts"></div>
  <div></div>
  <p class="meta">Enter opens · arrows move · Esc closes</p>`
const field = find('input', HTMLInputElement)
const status = find('[role=status]', HTMLElement)
const list = find('[role=listbox]', HTMLElement)
/** Where the tags are offered. */
const instead = find('[role=listbox] + div', HTMLElement)

/** @type {HTMLAnchorElement[]} */
let options = []
/** The place of the one that Enter opens; where there is none, Enter leads to the page of the search. */
let active = -1
let asking = new AbortController()

/**
 * Opens the dialog, with the focus in its field. Words that somebody typed into another search field come along.
 *
 * @param {EventTarget | null} from where the keys were pressed
 * @param {string} typed since then
 */
export function openSearch(from, typed) {
  if (!dialog.isConnected) document.body.append(dialog)
  if (!dialog.open) {
    if (typed !== '') field.value = typed
    else if (from instanceof HTMLInputElement && from.type === 'search') field.value = from.value
    dialog.showModal()
    ask(0)
  }
  if (typed === '') field.select()
}

field.addEventListener('input', () => ask(pause))
field.addEventListener('keydown', (event) => {
  if (event.isComposing) return
  const option = options[active]
  const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
  if (isArrow && options.length === 0) return
  if (event.key === 'Escape') dialog.close()
  else if (event.key === 'ArrowDown') choose(active + 1 < options.length ? active + 1 : 0)
  else if (event.key === 'ArrowUp') choose((active > 0 ? active : options.length) - 1)
  // With the keys that were held: a link opens elsewhere for them.
  else if (event.key === 'Enter' && option) option.dispatchEvent(new MouseEvent('click', event))
  else return
  // Escape would empty the field, an arrow move in it, Enter send it.
  event.preventDefault()
})
find('button', HTMLElement).addEventListener('click', () => dialog.close())
dialog.addEventListener('close', () => asking.abort())
// Whoever comes back to this page finds it as it was before.
addEventListener('pagehide', () => dialog.close())

/**
 * Asks the page of the search for what stands in the field, and shows its answer unless there are other words by then.
 *
 * @param {number} wait milliseconds
 */
async function ask(wait) {
  asking.abort()
  asking = new AbortController()
  const { signal } = asking
  // What is shown answers other words than those typed: Enter must not open it.
  choose(-1)
  const slow = setTimeout(() => !signal.aborted && say('Still looking …'), wait + patience)
  try {
    await new Promise((resolve) => setTimeout(resolve, wait))
    if (signal.aborted) return
    const answer = await fetch(`/search?q=${encodeURIComponent(field.value.trim())}`, { signal })
    if (!answer.ok) throw new Error(`The search answered ${answer.status}.`)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    show(page)
    say(page.querySelector('main [role=status]')?.textContent ?? 'Newest posts')
    if (field.value.trim() !== '') choose(0)
  } catch {
    if (signal.aborted) return
    show(new Document())
    say('The search did not answer. Your words are still here: type on, or press Enter to try its own page.')
  } finally {
    clearTimeout(slow)
  }
}

/** @param {Document} page */
function show(page) {
  options = [...page.querySelectorAll('main article')].map(toOption)
  active = -1
  list.replaceChildren(...options)
  list.hidden = options.length === 0
  field.setAttribute('aria-expanded', String(options.length > 0))
  instead.replaceChildren(...page.querySelectorAll('main .tags'))
}

/**
 * The row of a post as one link, since nothing in an option can be reached by itself.
 *
 * @param {Element} row
 * @param {number} index
 */
function toOption(row, index) {
  const option = document.createElement('a')
  option.className = row.className
  option.id = `search:${index}`
  option.tabIndex = -1
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  option.append(...row.childNodes)
  const title = option.querySelector('a')
  if (title) {
    option.href = title.href
    const words = document.createElement('span')
    for (const { name, value } of title.attributes)
      if (/^(lang|dir)$/.test(name)) words.setAttribute(name, value)
    words.append(...title.childNodes)
    title.replaceWith(words)
  }
  return option
}

/** @param {number} index beyond the options for none */
function choose(index) {
  options[active]?.setAttribute('aria-selected', 'false')
  active = index
  const option = options[index]
  option?.setAttribute('aria-selected', 'true')
  option?.scrollIntoView({ block: 'nearest' })
  if (option) field.setAttribute('aria-activedescendant', option.id)
  else field.removeAttribute('aria-activedescendant')
}

/** @param {string} words */
function say(words) {
  status.textContent = words
}

/**
 * A part of the dialog.
 *
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 */
function find(selector, kind) {
  const part = dialog.querySelector(selector)
  if (!(part instanceof kind)) throw new Error(`The dialog has no ${selector}.`)
  return part
}
