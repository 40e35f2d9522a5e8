import { commentForm } from './comment-form'
import { expect, test } from './test'
import { narrow } from './widths'

test.use({ viewport: narrow })

test('on a slow phone a key that is pressed in the form shows within 200 ms', async ({ page, post }) => {
  const phone = await page.context().newCDPSession(page)
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(post.path)
  const { body } = commentForm(page)
  // The first words wait for the scripts, which begin at the first sign of a reader; from here on they are there.
  await body.pressSequentially(post.words)
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  await page.evaluate(() => {
    const times: number[] = []
    const { dataset } = document.documentElement
    dataset.keys = '0'
    addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => {
        // What is sent before a frame is drawn arrives when it is.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          dataset.keys = String(times.push(performance.now() - timeStamp))
          dataset.times = times.join()
        }
        port2.postMessage(null)
      })
    })
  })
  const html = page.locator('html')
  const words = ' And some more words, each letter after the last.'
  for (const [index, letter] of [...words].entries()) {
    await page.keyboard.type(letter)
    // Nobody types so fast that keys wait for each other; and each has its time, none is left out.
    await expect(html).toHaveAttribute('data-keys', String(index + 1))
  }
  const times = ((await html.getAttribute('data-times')) ?? '').split(',').map(Number)
  // A promise in milliseconds, which only a clock can hold. A machine that does much else is late now and then, so the
  // one in the middle counts; a form that is slow is slow at every key.
  expect(times).toHaveLength(words.length)
  expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)], times.join()).toBeLessThanOrEqual(200)
})
