import type { ReactNode } from 'react'

/** How far a picture reaches: the column of the text, text and margin, or the whole window. */
const sizes = { text: '', wide: 'broad', full: 'full' }

type FigureProps = {
  src: string
  alt: string
  width: number
  height: number
  size?: keyof typeof sizes
  children?: ReactNode
}

export function Figure({ src, alt, width, height, size = 'text', children }: FigureProps) {
  return (
    <figure className={`plate ${sizes[size]}`.trim()}>
      {/* biome-ignore lint/performance/noImgElement: next/image is client code, and would come with every post. */}
      <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
      {children && <figcaption>{children}</figcaption>}
    </figure>
  )
}
