import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { hint } from '../did-you-mean'
import { type MdxElement, textAttribute } from '../mdx/attributes'
import { type ElementRule, elements, isElement, unknownElement } from './elements'
import { type Finding, findingAt } from './finding'

/** Elements, attributes and code that a post may not hold: next-mdx-remote would drop some of them without a word. */
export function checkElements(tree: Root): Finding[] {
  const found: Finding[] = []
  visit(tree, (node) => {
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      found.push(
        findingAt(node, 'an expression in braces is not allowed in a post; to show a brace write \\{'),
      )
    } else if (node.type === 'mdxjsEsm') {
      found.push(findingAt(node, 'import and export are not allowed in a post'))
    } else if (node.type === 'html') {
      found.push(findingAt(node, 'raw HTML is not allowed in a post'))
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      found.push(...checkElement(node))
    }
  })
  return found
}

function checkElement(element: MdxElement): Finding[] {
  const name = element.name ?? ''
  const rule = isElement(name) ? elements[name] : undefined
  if (!rule) return [findingAt(element, unknownElement(name))]
  const found = element.attributes.flatMap((attribute) => checkAttribute(element, rule, attribute))
  for (const wanted of rule.required) {
    const given = element.attributes.some((each) => each.type === 'mdxJsxAttribute' && each.name === wanted)
    if (!given) found.push(findingAt(element, `<${name}> needs ${wanted}="…"`))
    else if (textAttribute(element, wanted)?.trim() === '') {
      found.push(findingAt(element, `${wanted} of <${name}> must not be empty`))
    }
  }
  if (rule.block && element.type === 'mdxJsxTextElement') {
    found.push(findingAt(element, `<${name}> must stand in a paragraph of its own`))
  }
  return found
}

function checkAttribute(
  element: MdxElement,
  rule: ElementRule,
  attribute: MdxElement['attributes'][number],
): Finding[] {
  const at = (message: string) => [findingAt(attribute.position ? attribute : element, message)]
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    return at(`an expression in braces is not allowed in <${element.name}>`)
  }
  const { name, value } = attribute
  if (!Object.hasOwn(rule.attributes, name)) {
    return at(`unknown attribute ${name} of <${element.name}>${hint(name, Object.keys(rule.attributes))}`)
  }
  if (typeof value !== 'string') {
    return at(
      value === null || value === undefined
        ? `${name} of <${element.name}> needs a value: ${name}="…"`
        : `an expression in braces is not allowed: write ${name}="…"`,
    )
  }
  const allowed = rule.attributes[name]
  if (!allowed || allowed.includes(value)) return []
  return at(
    `${name} of <${element.name}> may be ${allowed.map((word) => `"${word}"`).join(', ')}, not "${value}"${hint(value, allowed)}`,
  )
}
