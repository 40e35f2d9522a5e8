import type { MetadataRoute } from 'next'
import { site } from '@/content/site'
import { light } from '@/lib/stitches/colours'

/**
 * What a device shows of the blog that somebody put on its home screen. The icons are `app/icon.svg` in dots. It has room
 * for one theme: the light one.
 */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: site.name,
    short_name: site.name,
    description: site.line,
    lang: site.language,
    start_url: '/',
    display: 'minimal-ui',
    background_color: light.cloth,
    theme_color: light.cloth,
    icons: [
      ...['192', '512'].flatMap((size) =>
        (['any', 'maskable'] as const).map((purpose) => {
          return { src: `/images/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose }
        }),
      ),
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  }
}
