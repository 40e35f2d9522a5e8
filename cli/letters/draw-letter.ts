import { writeFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import type { MadeLetter } from './make-every-letter'

const widths = [1280, 360]
const themes = ['light', 'dark'] as const

/** Draws a letter in both widths and themes, and its plain text, into files that begin with `path`; what was drawn goes beside them. */
export async function drawLetter(browser: Browser, { text, html }: MadeLetter, path: string): Promise<void> {
  await writeFile(`${path}.html`, html)
  await writeFile(`${path}.txt`, text)
  const page = await browser.newPage({ javaScriptEnabled: false })
  for (const width of widths) {
    await page.setViewportSize({ width, height: 400 })
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      await page.setContent(html)
      await page.screenshot({ path: `${path}-${width}-${colorScheme}.png`, fullPage: true })
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setContent(
      `<pre style="white-space:pre-wrap;overflow-wrap:anywhere">${escapeText(text)}</pre>`,
    )
    await page.screenshot({ path: `${path}-${width}-text.png`, fullPage: true })
  }
  await page.close()
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
