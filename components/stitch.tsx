/** A running stitch across its container. Decoration. */
export function Stitch({ className = '' }: { className?: string }) {
  return <span className={`stitch ${className}`.trim()} aria-hidden="true" />
}
