import sharp from 'sharp'
import { expect, test } from './test'

test('until its picture has come, a figure shows a blur of it; on paper it does not', async ({ page }) => {
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/images/unpicked-jumper.svg', async (route) => {
    await arrival
    await route.continue()
  })
  await page.goto('/posts/the-last-stitch-first', { waitUntil: 'domcontentloaded' })
  const picture = page.getByRole('img', { name: /^Drawing of green knitting with its top rows undone/ })
  await picture.scrollIntoViewIfNeeded()
  await expect(picture).toHaveJSProperty('complete', false)
  const box = await picture.boundingBox()
  const colours = async () => {
    const { channels } = await sharp(await picture.screenshot()).stats()
    return channels.map(({ mean }) => mean)
  }
  const blurred = await colours()

  arrive()
  await expect(picture).toHaveJSProperty('complete', true)
  await picture.evaluate((image: HTMLImageElement) => image.decode())
  expect(await picture.boundingBox()).toEqual(box)
  for (const [channel, mean] of (await colours()).entries()) {
    expect(Math.abs(mean - (blurred[channel] ?? Number.NaN))).toBeLessThan(25)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(picture).toHaveCSS('background-image', 'none')
})

test.describe('a picture that does not come', () => {
  test.use({ allowedErrors: [/ERR_FAILED/] })

  test('is said in words, on plain cloth and not on its blur', async ({ page }) => {
    await page.route('**/images/unpicked-jumper.svg', (route) => route.abort())
    await page.goto('/posts/the-last-stitch-first')
    const picture = page.getByRole('img', { name: /^Drawing of green knitting with its top rows undone/ })
    await picture.scrollIntoViewIfNeeded()
    await expect(picture).toHaveJSProperty('complete', true)
    const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 }
    const shot = await picture.screenshot()
    // What is cut out must be written before it is counted.
    const stats = async (top: number, high: number) => {
      const part = { left: 20, top, width: Math.floor(width - 40), height: high }
      return (await sharp(await sharp(shot).extract(part).png().toBuffer()).stats()).channels
    }
    // The words are at its top, and nothing else is there or below.
    const [words, below] = await Promise.all([stats(15, 45), stats(Math.floor(height / 2), 150)])
    expect(below.map(({ stdev }) => stdev)).toEqual(below.map(() => 0))
    expect(words.map(({ max }) => max)).toEqual(below.map(({ max }) => max))
    expect(Math.min(...words.map(({ min }) => min))).toBeLessThan(100)
  })
})
