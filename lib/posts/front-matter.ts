import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml'
import type { z } from 'zod'
import { hint } from './did-you-mean'
import type { Mistake, Position } from './mistake'

type Path = readonly PropertyKey[]

/** Front matter as read: `data` is null when it has mistakes; `place` finds where a value stands in the file. */
export type FrontMatter<Data> = {
  data: Data | null
  mistakes: Omit<Mistake, 'file'>[]
  place: (path: Path) => Position
}

/** Reads YAML 1.2 (core schema: dates stay text, no tags of any language) and checks it. Positions are those of the file, whose first line is `---`. */
export function readFrontMatter<Schema extends z.ZodObject>(
  yaml: string,
  schema: Schema,
): FrontMatter<z.output<Schema>> {
  const counter = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false })
  const placeOf = (offset: number): Position => {
    const { line, col } = counter.linePos(offset)
    return { line: line + 1, column: col }
  }
  const place = (path: Path): Position => placeOf(offsetOf(document, path))

  const syntax = [...document.errors, ...document.warnings].map((error) => ({
    ...placeOf(error.pos[0]),
    message: `this is not YAML: ${explainSyntax(error)}`,
  }))
  if (syntax.length > 0) return { data: null, mistakes: syntax, place }

  const value = toValue(document)
  if (value instanceof Error) {
    return {
      data: null,
      mistakes: [{ ...placeOf(0), message: `this is not YAML: ${lowerFirst(value.message)}` }],
      place,
    }
  }
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return { data: parsed.data, mistakes: [], place }
  const mistakes = parsed.error.issues.flatMap((issue) =>
    explain(issue, schema, place, (path) => document.hasIn(path)),
  )
  return { data: null, mistakes, place }
}

/** The parser's words, but for the mistake writers make most: `title: On patience: a study`. */
function explainSyntax(error: YAMLParseError | YAMLWarning): string {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return lowerFirst(error.message)
  return 'put a text with a colon in it in quotes, as in title: "On patience: a study"'
}

function toValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function explain(
  issue: z.core.$ZodIssue,
  schema: z.ZodObject,
  place: (path: Path) => Position,
  has: (path: Path) => boolean,
): Omit<Mistake, 'file'>[] {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? Object.keys(schema.shape) : []
    return issue.keys.map((key) => ({
      ...place([...issue.path, key]),
      message: `unknown front matter key ${quote([...issue.path, key].join('.'))}${hint(key, known, quote)}`,
    }))
  }
  const name = quote(issue.path.map(String).join('.'))
  if (issue.path.length === 0)
    return [{ ...place([]), message: 'front matter must be a list of keys and values' }]
  return [{ ...place(issue.path), message: `${name} ${has(issue.path) ? issue.message : 'is missing'}` }]
}

function quote(text: string): string {
  return `"${text}"`
}

/** Where the value at a path begins, or its key; for what is not there the nearest parent that is. */
function offsetOf(document: Document, path: Path): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))
    if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0]
  }
  const node = document.getIn(path, true)
  if (isNode(node) && node.range) return node.range[0]
  return path.length > 0 ? offsetOf(document, path.slice(0, -1)) : 0
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
