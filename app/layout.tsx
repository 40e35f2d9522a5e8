import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { ThemeScript } from '@/components/theme-script'
import { site } from '@/content/site'
import { env } from '@/lib/env'
import { dark, light } from '@/lib/stitches/colours'
import { fontClasses } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  metadataBase: new URL(env.SITE_URL),
  title: site.name,
  description: site.line,
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  // `ThemeScript` holds them to a theme that was chosen.
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: light.cloth },
    { media: '(prefers-color-scheme: dark)', color: dark.cloth },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The script marks this element before React sees it.
    <html lang={site.language} className={fontClasses} suppressHydrationWarning>
      <head>
        <ThemeScript />
        {process.env.NODE_ENV === 'development' && <script src="/dev/edits" async />}
      </head>
      <body>{children}</body>
    </html>
  )
}
