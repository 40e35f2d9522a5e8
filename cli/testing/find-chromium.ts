import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** The one without windows first: it draws the same pages with half the work. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

/** A Chromium that starts: one on the PATH, else the one Playwright has downloaded; null when there is none. */
export function findChromium(): string | null {
  for (const name of names) {
    const { stdout, status } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
    // Some distributions leave a stub under this name that only tells how to install one.
    if (status === 0 && starts(stdout.trim())) return stdout.trim()
  }
  const downloaded = chromium.executablePath()
  return existsSync(downloaded) && starts(downloaded) ? downloaded : null
}

function starts(path: string): boolean {
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0
}
