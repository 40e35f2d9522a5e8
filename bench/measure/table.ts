import { budgetWords, type Figure, isMet, median, ratioOf } from './figure'

/** The figures as a table in Markdown: medians and ranges, what they are held against, and whether budgets are met. */
export function toTable(figures: Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    spread(figure.ours, figure.unit),
    figure.floor ? `${spread(figure.floor.values, figure.unit)}, ${figure.floor.what}` : '',
    ratioOf(figure)?.toFixed(2) ?? '',
    budgetWords(figure),
    verdictOn(figure),
  ])
  const head = ['What', 'Ours', 'Held against', 'Ratio', 'Budget', '']
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function verdictOn(figure: Figure): string {
  const met = isMet(figure)
  if (met === null) return ''
  return met ? 'met' : 'MISSED'
}

function spread(values: number[], unit: string): string {
  const middle = `${short(median(values))} ${unit}`
  return values.length < 2
    ? middle
    : `${middle} (${short(Math.min(...values))}–${short(Math.max(...values))})`
}

/** Three digits that matter. */
export function short(value: number): string {
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : Number(value.toPrecision(3)).toString()
}
