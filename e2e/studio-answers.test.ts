import { readdirSync } from 'node:fs'
import { siteInUse } from './site-in-use'
import { cookieOf, signInAs } from './studio'
import { expect, test } from './test'

const { url: site } = siteInUse()
const paths = ['', '/sessions', '/sign-in', '/set-password?token=x', '/nothing-here', '/sessions/x.css']

function ask(path: string, token?: string) {
  return fetch(`${site}/studio${path}`, { headers: cookieOf(token), redirect: 'manual' })
}

test('no answer of the studio is stored, found or framed by anybody', async ({ db, context }) => {
  const author = await signInAs(context, db)
  for (const token of [author, undefined]) {
    for (const path of paths) {
      const { headers } = await ask(path, token)
      expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-store'])
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-nextjs-cache')).toBeNull()
    }
  }
})

/** Every address there is a page or a route for, with something made up for what varies. */
function listStudioPaths(): string[] {
  return readdirSync('app/studio', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)(?:page|route)\.tsx?$/.test(file))
    .map((file) =>
      `/${file}`
        .replace(/\/[^/]+$/, '')
        .replace(/\/\([^)]*\)/g, '')
        .replace(/\[[^\]]*\]+/g, '1'),
    )
}

test('a stranger is sent to sign in from every page, also from those that are not there', async () => {
  const open = ['/sign-in', '/set-password']
  const closed = [...listStudioPaths().filter((path) => !open.includes(path)), '/sessions/x.css']
  expect(closed).toEqual(expect.arrayContaining(['', '/sessions', '/1']))
  for (const path of closed) {
    const answer = await ask(path)
    expect([path, answer.status]).toEqual([path, 307])
    expect(answer.headers.get('location')).toMatch(/^\/studio\/sign-in(\?next=%2Fstudio|$)/)
    expect(await answer.text()).not.toContain('Sign out')
    const payload = await fetch(`${site}/studio${path}`, { headers: { rsc: '1' }, redirect: 'manual' })
    expect(await payload.text()).not.toContain('Sign out')
  }
})

test('each answer has a policy of its own, without inline scripts or styles', async () => {
  const policies = []
  for (let visit = 0; visit < 3; visit++) {
    const answer = await ask('/sign-in')
    const policy = answer.headers.get('content-security-policy') ?? ''
    policies.push(policy)
    expect(policy).not.toMatch(/unsafe|,/)
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? []
    // All but the one that shows the theme, which is let in by its hash.
    const own = scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))
    expect(own).toEqual(['<script>'])
  }
  expect(new Set(policies).size).toBe(3)
})

test.describe('in the studio', () => {
  test.use({ allowedErrors: [/Content Security Policy|404/] })

  test('no script and no style runs that was written into the page', async ({ page }) => {
    const ran = 'document.documentElement.dataset.ran = ""'
    const written = `<script>${ran}</script><script src="data:text/javascript,${ran}"></script>
      <script src="/robots.txt"></script><img src="/nothing" alt="" onerror='${ran}'>
      <i id="styled" style="color: rgb(1, 2, 3)">i</i><a id="led" href='javascript:${ran}'>x</a>`
    await page.route('**/studio/sign-in', async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replace('</body>', `${written}</body>`)
      expect(body).toContain(written)
      await route.fulfill({ response, body })
    })
    await page.goto('/studio/sign-in')
    await page.locator('#led').click()
    await expect(page.locator('#styled')).not.toHaveCSS('color', 'rgb(1, 2, 3)')
    await expect(page.locator('html')).toHaveAttribute('data-scripted')
    await expect(page.locator('html')).not.toHaveAttribute('data-ran')
  })
})

test('readers’ pages are stored as before, and know nothing of the studio', async () => {
  const answer = await fetch(`${site}/archive`)
  expect(answer.headers.get('cache-control')).toMatch(/^s-maxage=/)
  expect(answer.headers.get('x-robots-tag')).toBeNull()
  const html = await answer.text()
  expect(html).not.toContain('/studio')
  expect(await (await fetch(`${site}/robots.txt`)).text()).toContain('Disallow: /studio')
})
