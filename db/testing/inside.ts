/** What may be told to a stranger whose request broke something, and what not. */
export const inside = /\n\s+at |\bat \S+ \(|node_modules|\.next-e2e|[/\\](app|lib|db)[/\\][^"']+\.tsx?\b/
