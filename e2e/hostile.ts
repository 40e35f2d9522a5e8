import type { Page } from '@playwright/test'
import { expect } from './test'

/** Ways to run a script from a text, one of each kind that ever worked somewhere. */
export const payloads = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '<img src=x onerror=alert(1)>',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<svg/onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<details open ontoggle=alert(1)>',
  '<body onload=alert(1)>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<a href="javascript:alert(1)">x</a>',
  '" autofocus onfocus="alert(1)',
  "' onmouseover='alert(1)",
  '"><img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:alert(1))',
  '[x](https://example.com/" onmouseover="alert(1))',
  '![x](x"onerror="alert(1))',
  '<javascript:alert(1)>',
  '<https://example.com/"onmouseover="alert(1)>',
  'javascript:alert(1)',
  'javascript://example.com/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://example.com/" onmouseover="alert(1)',
  '`<img src=x onerror=alert(1)>`',
  '```"><img src=x onerror=alert(1)>\nx\n```',
  '> <img src=x onerror=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '${' + 'alert(1)}',
  '\u2028<img src=x onerror=alert(1)>',
  '\\u003cimg src=x onerror=alert(1)\\u003e',
  '$L1 $undefined $F1 $@1',
]

/** Fails when a script of a comment ran, or could: no dialog, no handler, no address but of web and mail. */
export async function expectHarmless(page: Page, open: () => Promise<unknown>) {
  const dialogs: string[] = []
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message())
    await dialog.dismiss()
  })
  await open()
  await page.waitForLoadState('networkidle')
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].flatMap(({ name, value }) => {
        const isAddress = ['href', 'src', 'srcdoc', 'action', 'formaction', 'xlink:href', 'data'].includes(
          name,
        )
        const isFine = !isAddress || /^(https?|mailto):$/.test(new URL(value, location.href).protocol)
        return name.startsWith('on') || !isFine ? [`${element.tagName} ${name}="${value}"`] : []
      }),
    ),
  )
  expect(found).toEqual([])
  // What is read back and written out once more is the same: no parser makes something else of it.
  const changed = await page.evaluate(() =>
    [...document.querySelectorAll('.c-body')].flatMap(({ innerHTML }) => {
      const again = document.createElement('template')
      again.innerHTML = innerHTML
      return again.innerHTML === innerHTML ? [] : [innerHTML]
    }),
  )
  expect(changed).toEqual([])
  expect(dialogs).toEqual([])
}
