import { budgetWords, type Figure, isMet, median, ratioOf } from './figure'
import { short } from './table'

const width = 900
const row = 34
const left = 470
const room = 260

/**
 * The budgets as a picture: a bar per figure, a line where its budget ends. Colours are the blog's own; a missed
 * budget is said in words, too.
 */
export function toChart(figures: Figure[], when: string): string {
  const held = figures.filter(({ budget }) => budget)
  const rows = held.map((figure, index) => drawRow(figure, 70 + index * row))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${90 + held.length * row}" font-family="system-ui, sans-serif" font-size="14" role="img" aria-label="Measured figures and their budgets">
<rect width="100%" height="100%" fill="#f7f8f2"/>
<text x="20" y="34" font-size="18" font-weight="600" fill="#1f263e">Measured, and what was promised</text>
<text x="${width - 20}" y="34" text-anchor="end" fill="#4e566c">${when}</text>
${rows.join('\n')}
</svg>
`
}

function drawRow(figure: Figure, y: number): string {
  const { value, limit } = ofBudget(figure)
  const scale = room / Math.max(value, limit * 1.25, 1e-9)
  const met = isMet(figure) === true
  const than = figure.budget?.of === 'difference' ? ` than ${short(median(figure.floor?.values ?? []))}` : ''
  const end = left + Math.max(2, value * scale)
  return [
    `<text x="20" y="${y + 5}" fill="#1f263e">${toXml(figure.what)}</text>`,
    `<rect x="${left}" y="${y - 8}" width="${end - left}" height="16" rx="3" fill="${met ? '#324496' : '#aa2837'}"/>`,
    `<line x1="${left + limit * scale}" x2="${left + limit * scale}" y1="${y - 13}" y2="${y + 13}" stroke="#1f263e" stroke-width="2" stroke-dasharray="4 3"/>`,
    `<text x="${width - 20}" y="${y + 5}" text-anchor="end" fill="${met ? '#4e566c' : '#aa2837'}">${short(value)} (${budgetWords(figure)}${than})${met ? '' : ' missed'}</text>`,
  ].join('')
}

/** A difference has no bar of its own that means anything: its figure and its limit are drawn instead. */
function ofBudget(figure: Figure): { value: number; limit: number } {
  const limit = figure.budget?.least ?? figure.budget?.most ?? 0
  const ours = median(figure.ours)
  if (figure.budget?.of === 'ratio') return { value: ratioOf(figure) ?? ours, limit }
  if (figure.budget?.of === 'difference' && figure.floor) {
    return { value: ours, limit: median(figure.floor.values) + limit }
  }
  return { value: ours, limit }
}

function toXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
