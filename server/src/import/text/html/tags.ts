/** The tags of Word's HTML: which elements are text, how they look, and what the character references mean. */

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5'
import { Budget } from '../../budget'

export interface Tag {
  /** In lower case: `p`. */
  readonly name: string
  readonly isEnd: boolean
  /** The whole tag, its attributes included, each in double quotation marks. */
  readonly text: string
}

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.ChildNode

/** Elements that have no end tag. */
const empty = /^(?:br|hr|img|meta|link|input|col|wbr|base)$/

/** Elements of Word's own that end where they begin, which is unknown in HTML. */
const closedAtOnce = /<([a-z]+:[a-z]+)((?:[^a-z<>][^<>]*)?)\/>/gi

/**
 * The tags and the text between them as a browser reads them, in their order: missing end tags are put in, and
 * comments are left out. Throws an `ImportError` for HTML that is nested too deeply or has more elements than its
 * text accounts for.
 */
export function* partsOfHtml(html: string): Iterable<Tag | string> {
  const budget = budgetFor(html)
  const { childNodes } = parseFragment(html.replace(closedAtOnce, '<$1$2></$1>'), {
    scriptingEnabled: false,
    treeAdapter: countedIn(budget),
  })
  // What is still to come, the next at the end; in this way, no element is too deep.
  const ahead: (Node | Tag)[] = [...childNodes].reverse()
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if ('isEnd' in next) yield next
    else if ('tagName' in next) {
      yield startTag(next)
      if (empty.test(next.tagName)) continue
      ahead.push({ name: next.tagName, isEnd: true, text: `</${next.tagName}>` })
      const inner = 'content' in next ? next.content.childNodes : next.childNodes
      for (let at = inner.length - 1; at >= 0; at--) ahead.push(inner[at] as Node)
    } else if ('value' in next) yield next.value.replaceAll(softHyphen, '')
  }
}

const softHyphen = '\u00ad'

function startTag({ tagName, attrs }: Element): Tag {
  const attributes = attrs.map(({ name, value }) => ` ${name}="${value}"`).join('')
  return { name: tagName, isEnd: false, text: `<${tagName}${attributes}>` }
}

/** The budget for the HTML. */
export function budgetFor(html: string): Budget {
  const budget = new Budget(work => `HTML with too much of: ${work}`)
  // Most of the HTML that programs put on the clipboard is not text.
  budget.deliver(Math.min(Math.floor(html.length / 10), 500_000))
  return budget
}

/** Tags that programs write have at most a dozen attributes. */
const mostAttributes = 1000

/** What an element costs: more than is allowed where it has more attributes than anyone can have intended. */
function costOf(attributes: number): number {
  return attributes > mostAttributes ? Number.POSITIVE_INFINITY : 1 + Math.floor(attributes / 4)
}

/** Builds the tree as usual, but only as large and as deep as the budget allows. */
function countedIn(budget: Budget): typeof defaultTreeAdapter {
  let depth = 0
  return {
    ...defaultTreeAdapter,
    createElement: (...given) => {
      budget.spend('elements', costOf(given[2].length))
      return defaultTreeAdapter.createElement(...given)
    },
    onItemPush: () => budget.descend(++depth),
    onItemPop: () => {
      depth--
    },
  }
}

/** Does the element have no end tag of its own? */
export const isEmptyTag = ({ name }: Tag) => empty.test(name)

/** Elements whose content is not text of the report, or is read elsewhere. */
export function isHidden({ name, text }: Tag): boolean {
  return (
    /^(?:style|script|xml|head|title|o:p|del)$/.test(name) ||
    hidingStyles.some(style => style.test(text))
  )
}

const hidingStyles = [
  /display:\s*none/i,
  /mso-hide:\s*all/i,
  /mso-special-character:\s*comment/i,
  /mso-element:\s*comment-list/i,
  /class="?msocomanchor/i,
]

/** Whether the element makes its text bold or italic; undefined where it leaves it as it is. */
export function lookOf({ name, text }: Tag): {
  readonly bold?: boolean
  readonly italic?: boolean
} {
  // Google Docs puts everything it copies into a `b` whose style says that it is not bold.
  const weight = /(?<![-\w])font-weight:\s*([a-z]+|\d+)/i.exec(text)?.[1]
  const slant = /(?<![-\w])font-style:\s*([a-z]+)/i.exec(text)?.[1]
  const bold =
    weight === undefined ? /^(?:b|strong)$/.test(name) : /^(?:bold|[6-9]00)/i.test(weight)
  const italic = slant === undefined ? /^(?:i|em)$/.test(name) : /^(?:italic|oblique)/i.test(slant)
  return {
    ...(bold || weight !== undefined ? { bold } : {}),
    ...(italic || slant !== undefined ? { italic } : {}),
  }
}

/** The number in an attribute: `colspan=2`. */
export function numberIn({ text }: Tag, attribute: string): number {
  const value = new RegExp(`\\b${attribute}="?(\\d+)`, 'i').exec(text)?.[1]
  return value === undefined ? 1 : Math.min(Number(value), 50)
}
