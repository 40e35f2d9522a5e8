/** The two windows every look is judged in, in CSS pixels. */
export const wide = { width: 1280, height: 800 }
export const narrow = { width: 360, height: 740 }
