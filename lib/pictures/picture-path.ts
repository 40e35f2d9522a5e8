/** Where the picture of a page stands: `/pictures/posts/on-waiting.png` for `/posts/on-waiting`. */
export function picturePath(path: string): string {
  return `/pictures${path === '/' ? '/home' : path}.png`
}
