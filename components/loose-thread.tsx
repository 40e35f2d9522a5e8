/** A seam that comes to nothing: for pages that are not there. */
export function LooseThread() {
  return (
    <svg className="thread" viewBox="0 0 620 96" aria-hidden="true">
      <path d="M3 30.4 17 29.6M29 29.5 44 30.3M56 30.5 70 29.7M83 29.6 98 30.3M111 30.2 125 29.7M140 30 154 30.4M172 30.3 186 29.8M208 30 222 30.5M252 30.2 265 29.8M306 30.2c40-1 52 8 76 24s58 34 82 16-6-58-36-42-12 60 34 60 74-34 152-26" />
    </svg>
  )
}
