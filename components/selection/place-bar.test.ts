import { expect, test } from 'vitest'
import { findPlace } from './place-bar'

const bar = { width: 300, height: 50 }
const view = { width: 1280, height: 800 }
const line = { left: 400, top: 300, right: 700, bottom: 330 }

test.each([
  ['under their end', line, 700, view, { left: 550, top: 338 }],
  ['not beyond the left edge', { ...line, left: 0, right: 40 }, 40, view, { left: 8, top: 338 }],
  ['not beyond the right edge', { ...line, right: 1270 }, 1270, view, { left: 972, top: 338 }],
  ['over them at the bottom', { ...line, top: 750, bottom: 780 }, 700, view, { left: 550, top: 692 }],
  [
    'to their right when they fill the window',
    { ...line, top: -9, bottom: 900 },
    700,
    view,
    { left: 708, top: 742 },
  ],
  [
    'to their left when a note stands there',
    { ...line, top: -9, bottom: 900, right: 1200 },
    700,
    view,
    { left: 92, top: 742 },
  ],
  ['nowhere when they fill all of it', { left: 20, top: -9, bottom: 900, right: 1200 }, 700, view, null],
])('the bar stands %s', (_, words, end, window, place) => {
  expect(findPlace(words, end, bar, window)).toEqual(place)
})
