import type { ReactNode } from 'react'

/** How far a picture reaches: the column of the text, text and margin, or the whole window. */
const sizes = { text: '', wide: 'broad', full: 'full' }

type FigureProps = {
  src: string
  alt: string
  width: number
  height: number
  size?: keyof typeof sizes
  /** The `data:` address of a few dots of the picture, shown until it has come. */
  blur?: string
  children?: ReactNode
}

export function Figure({ src, alt, width, height, size = 'text', blur, children }: FigureProps) {
  return (
    <figure className={`plate ${sizes[size]}`.trim()}>
      {/* biome-ignore lint/performance/noImgElement: next/image is client code, and would come with every post. */}
      <img
        src={src}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        style={blur ? { backgroundImage: `url(${blur})` } : undefined}
      />
      {children && <figcaption>{children}</figcaption>}
    </figure>
  )
}
