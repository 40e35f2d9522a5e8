/** The two windows every look is judged in, in CSS pixels. */
export const wide = { width: 1280, height: 800 }
export const narrow = { width: 360, height: 740 }

/** What a window of 1280 by 800 is at 400 % (WCAG 2.2, 1.4.10). */
export const narrowest = { width: 320, height: 200 }
