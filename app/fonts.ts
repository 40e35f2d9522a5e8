import localFont from 'next/font/local'

// `next/font` reads these calls at build time, so every argument is a literal and nothing can be shared.
// All files of a face carry its one family name (tailwind.config.ts). The two upright files with what English is
// written with are preloaded; italic, the other letters of latin, and latin-ext come when a page needs them.
// styles/fonts.css has the stand-ins; `npm run fonts` makes the files in ./fonts and prints their ranges. Files
// that share the characters of a face name the same weights: a browser looks for a letter only among files whose
// weights are alike.

const literata = localFont({
  src: './fonts/literata.woff2',
  weight: '400 700',
  style: 'normal',
  adjustFontFallback: false,
  variable: '--literata',
  declarations: [
    { prop: 'font-family', value: 'Literata Variable' },
    {
      prop: 'unicode-range',
      value:
        'U+0000-007F,U+00A0,U+00A3,U+00B7,U+00D7,U+00E0,U+00E4,U+00E7-00EA,U+00EF,U+00F1,U+00F3,U+00F6,U+00FC,U+2010-2026,U+2212',
    },
  ],
})

const literataItalic = localFont({
  src: './fonts/literata-italic.woff2',
  weight: '400 500',
  style: 'italic',
  preload: false,
  adjustFontFallback: false,
  variable: '--literataItalic',
  declarations: [
    { prop: 'font-family', value: 'Literata Variable' },
    {
      prop: 'unicode-range',
      value:
        'U+0000-007F,U+00A0,U+00A3,U+00B7,U+00D7,U+00E0,U+00E4,U+00E7-00EA,U+00EF,U+00F1,U+00F3,U+00F6,U+00FC,U+2010-2026,U+2212',
    },
  ],
})

const literataMore = localFont({
  src: './fonts/literata-more.woff2',
  weight: '400 700',
  style: 'normal',
  preload: false,
  adjustFontFallback: false,
  variable: '--literataMore',
  declarations: [
    { prop: 'font-family', value: 'Literata Variable' },
    {
      prop: 'unicode-range',
      value:
        'U+0080-009F,U+00A1-00A2,U+00A4-00B6,U+00B8-00D6,U+00D8-00DF,U+00E1-00E3,U+00E5-00E6,U+00EB-00EE,U+00F0,U+00F2,U+00F4-00F5,U+00F7-00FB,U+00FD-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-200F,U+2027-206F,U+20AC,U+2122,U+2191,U+2193,U+2215,U+FEFF,U+FFFD',
    },
  ],
})

const literataMoreItalic = localFont({
  src: './fonts/literata-italic-more.woff2',
  weight: '400 500',
  style: 'italic',
  preload: false,
  adjustFontFallback: false,
  variable: '--literataMoreItalic',
  declarations: [
    { prop: 'font-family', value: 'Literata Variable' },
    {
      prop: 'unicode-range',
      value:
        'U+0080-009F,U+00A1-00A2,U+00A4-00B6,U+00B8-00D6,U+00D8-00DF,U+00E1-00E3,U+00E5-00E6,U+00EB-00EE,U+00F0,U+00F2,U+00F4-00F5,U+00F7-00FB,U+00FD-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-200F,U+2027-206F,U+20AC,U+2122,U+2191,U+2193,U+2215,U+FEFF,U+FFFD',
    },
  ],
})

const literataExt = localFont({
  src: '../node_modules/@fontsource-variable/literata/files/literata-latin-ext-wght-normal.woff2',
  weight: '400 700',
  style: 'normal',
  preload: false,
  adjustFontFallback: false,
  variable: '--literataExt',
  declarations: [
    { prop: 'font-family', value: 'Literata Variable' },
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

const literataExtItalic = localFont({
  src: '../node_modules/@fontsource-variable/literata/files/literata-latin-ext-wght-italic.woff2',
  weight: '400 500',
  style: 'italic',
  preload: false,
  adjustFontFallback: false,
  variable: '--literataExtItalic',
  declarations: [
    { prop: 'font-family', value: 'Literata Variable' },
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

const bricolage = localFont({
  src: './fonts/bricolage-grotesque.woff2',
  weight: '440 720',
  style: 'normal',
  adjustFontFallback: false,
  variable: '--bricolage',
  declarations: [
    { prop: 'font-family', value: 'Bricolage Grotesque Variable' },
    {
      prop: 'unicode-range',
      value:
        'U+0000-007F,U+00A0,U+00A3,U+00B7,U+00D7,U+00E0,U+00E4,U+00E7-00EA,U+00EF,U+00F1,U+00F3,U+00F6,U+00FC,U+2010-2026,U+2212',
    },
  ],
})

const bricolageMore = localFont({
  src: './fonts/bricolage-grotesque-more.woff2',
  weight: '440 720',
  style: 'normal',
  preload: false,
  adjustFontFallback: false,
  variable: '--bricolageMore',
  declarations: [
    { prop: 'font-family', value: 'Bricolage Grotesque Variable' },
    {
      prop: 'unicode-range',
      value:
        'U+0080-009F,U+00A1-00A2,U+00A4-00B6,U+00B8-00D6,U+00D8-00DF,U+00E1-00E3,U+00E5-00E6,U+00EB-00EE,U+00F0,U+00F2,U+00F4-00F5,U+00F7-00FB,U+00FD-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-200F,U+2027-206F,U+20AC,U+2122,U+2191,U+2193,U+2215,U+FEFF,U+FFFD',
    },
  ],
})

const bricolageExt = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-ext-wght-normal.woff2',
  weight: '440 720',
  style: 'normal',
  preload: false,
  adjustFontFallback: false,
  variable: '--bricolageExt',
  declarations: [
    { prop: 'font-family', value: 'Bricolage Grotesque Variable' },
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
})

/** For `<html>`: naming every face here is what makes the build emit it. */
export const fontClasses = [
  literata,
  literataItalic,
  literataMore,
  literataMoreItalic,
  literataExt,
  literataExtItalic,
  bricolage,
  bricolageMore,
  bricolageExt,
]
  .map((font) => font.variable)
  .join(' ')
