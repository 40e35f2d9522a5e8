import { randomBytes } from 'node:crypto'
import { request as ask } from 'node:http'
import { addLastWord } from './conversation'
import { openPlainForm, postPlainly } from './plain-form'
import { expect, test } from './test'

/** Headers that some server, cache or framework was ever misled by. */
const known =
  `x-forwarded-host x-forwarded-proto x-forwarded-scheme x-forwarded-port x-forwarded-prefix x-forwarded-for
  x-forwarded-server x-forwarded-path x-forwarded-uri x-forwarded forwarded forwarded-for via x-host x-original-host
  x-original-url x-rewrite-url x-real-ip x-client-ip true-client-ip cf-connecting-ip fastly-client-ip x-cluster-client-ip
  x-http-host-override x-http-method-override x-http-method x-method-override x-wap-profile x-proxy-host proxy-host
  x-forwarded-ssl front-end-https x-url-scheme x-backend-host x-cache-key x-cache-hash x-vercel-id x-vercel-ip-country
  x-now-route-matches x-matched-path x-invoke-path x-invoke-query x-invoke-status x-invoke-output x-invoke-error
  x-middleware-subrequest x-middleware-invoke x-middleware-prefetch x-middleware-rewrite x-middleware-next
  x-middleware-override-headers x-middleware-request-x-canary x-nextjs-data x-nextjs-rewrite x-nextjs-redirect
  x-nextjs-cache x-nextjs-matched-path x-nextjs-postponed x-next-resume-state-length next-resume x-next-cache-tags
  x-next-revalidated-tags x-next-revalidate-tag-token x-prerender-revalidate x-prerender-revalidate-if-generated
  x-action-redirect x-action-revalidated next-url next-router-state-tree next-router-prefetch
  next-router-segment-prefetch next-test-fetch-priority next-html-request-id rsc purpose sec-purpose x-purpose
  accept accept-language accept-charset accept-datetime user-agent referer origin cookie authorization
  if-none-match if-modified-since if-match range x-requested-with x-csrf-token x-api-version x-device x-user x-locale
  x-country x-theme x-debug x-preview x-draft x-amz-website-redirect-location x-edge-location cdn-loop`
    .trim()
    .split(/\s+/)

/** A thousand names in tens of a hundred: those, and what people make up. */
const batches = Array.from({ length: 10 }, (_, batch) => {
  const made = ['x', 'next', 'vercel', 'app', 'proxy'].flatMap((first) =>
    [
      'host',
      'path',
      'url',
      'base',
      'query',
      'scheme',
      'origin',
      'user',
      'lang',
      'key',
      'id',
      'token',
    ].flatMap((second) => ['original', 'override', 'real'].map((third) => `${first}-${third}-${second}`)),
  )
  const names = known.filter((_, index) => index % 10 === batch)
  return [...names, ...made.map((name) => `${name}-${batch}`)].slice(0, 100)
})

/** By `node:http`, which sends any header, `host` among them. */
function get(url: string, headers: Record<string, string>): Promise<{ status?: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = ask(url, { headers, agent: false }, (answer) => {
      let text = JSON.stringify(answer.headers)
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode, text }))
    })
    asked.on('error', reject).end()
  })
}

async function addOneMore(url: string) {
  const answer = await postPlainly(await openPlainForm(url), { body: 'One more.', name: 'Tam' })
  expect(answer.status).toBe(303)
}

test('no header of one reader is in what the next is given, on any kind of route', async ({
  db,
  post,
  baseURL,
}) => {
  const canary = `canary${randomBytes(6).toString('hex')}`
  await addLastWord(db, post)
  const paths = [
    '/',
    '/archive',
    '/about',
    '/tags/failure',
    '/posts/on-waiting',
    ...['/search', '/search?q=wool', '/quotes', '/posts/sometimes-we-fail/quotes/1'],
    ...['home', 'posts/on-waiting', 'posts/sometimes-we-fail/quotes/1'].map((of) => `/pictures/${of}.png`),
    ...['/studio', '/studio/sign-in'],
    ...['/feed.xml', '/feed.json'],
    '/comments.xml',
    '/tags/failure/feed.xml',
    '/sitemap.xml',
    '/robots.txt',
    '/health',
    '/never-a-page',
    ...['/regulars', '/blogroll.opml', '/cron', '/latest-posts'],
    ...['confirm', 'stop', 'decide'].map((page) => `/letters/${page}/made-up`),
    '/letters/stop/made-up/now',
    ...['', '/erase', '/export', `/${'x'.repeat(43)}`, `/feed/${'x'.repeat(43)}`].map(
      (end) => `/my-comments${end}`,
    ),
    post.path,
    ...[
      ...['comments/newest/1', 'comments/thread/1/1', 'reply/1', 'c/1'],
      ...['mine', 'receipt', 'comments.xml', 'follow'],
    ].map((end) => `${post.path}/${end}`),
  ]
  expect(batches.flat()).toHaveLength(1000)
  for (const path of paths) {
    const url = `${baseURL}${path}`
    const before = await get(url, {})
    // The first is given a page that is made for their request, as the one there was has just grown old.
    if (path === post.path) await addOneMore(url)
    for (const [index, names] of batches.entries()) {
      const headers = Object.fromEntries(names.map((name) => [name, `${canary}.example`]))
      await get(url, index === 0 ? { ...headers, host: `${canary}.example` } : headers)
    }
    const after = await get(url, {})
    expect([path, after.status]).toEqual([path, before.status])
    expect(after.text, path).not.toContain(canary)
  }
  console.info(`T18: ${batches.flat().length} headers on ${paths.length} routes, none in the next answer`)
})
