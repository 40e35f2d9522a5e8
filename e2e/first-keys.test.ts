import { type Browser, expect } from '@playwright/test'
import { commentForm } from './comment-form'
import { slowNetwork } from './slow-network'
import { test } from './test'
import { narrow } from './widths'

test('on a slow phone and line whoever comes down to the form and types is answered within 200 ms', async ({
  browser,
  baseURL,
  post,
}) => {
  const visits: Awaited<ReturnType<typeof visitOnce>>[] = []
  for (let visit = 1; visit <= 3; visit++) visits.push(await visitOnce(browser, `${baseURL}${post.path}`))
  visits.sort((one, other) => one.slowest - other.slowest)
  // A promise in milliseconds, which only a clock can hold: the visit in the middle counts (slow-phone.test.ts).
  expect(visits[1]?.slowest, visits.map(({ answered }) => answered).join(';')).toBeLessThanOrEqual(200)
})

/**
 * Somebody who was never here before scrolls down with a finger, taps the field and types as a person does, from the first
 * moment on. Gives how long the slowest of all this took until it was painted (INP, by the Event Timing API).
 */
async function visitOnce(browser: Browser, url: string) {
  const context = await browser.newContext({ viewport: narrow, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await page.addInitScript(() => {
    let slowest = 0
    const events = { type: 'event', durationThreshold: 16, buffered: true }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!(entry instanceof PerformanceEventTiming) || entry.interactionId === 0) continue
        slowest = Math.max(slowest, entry.duration)
        const { dataset } = document.documentElement
        dataset.slowest = String(slowest)
        dataset.answered = `${dataset.answered ?? ''} ${entry.name}:${entry.duration}`
      }
    }).observe(events)
  })
  const phone = await context.newCDPSession(page)
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await slowNetwork(phone)
  await page.goto(url)
  const { body } = commentForm(page)
  await phone.send('Input.synthesizeScrollGesture', { x: 150, y: 400, yDistance: -20_000, speed: 8_000 })
  await body.tap()
  await body.pressSequentially('It came apart in my hands, too.', { delay: 120 })
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-answered', /key/)
  const { slowest, answered } = await html.evaluate(({ dataset }) => ({ ...dataset }))
  await context.close()
  return { slowest: Number(slowest), answered: String(answered) }
}
