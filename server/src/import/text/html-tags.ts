/** The tags of Word's HTML: which elements are text, how they look, and what the letters stand for. */

export interface Tag {
  /** In lower case: `p`. */
  readonly name: string
  readonly isEnd: boolean
  /** The whole tag, its attributes included. */
  readonly text: string
}

const empty = /^(?:br|hr|img|meta|link|input|col|wbr|base)$/

/** The tags and the text between them, in their order; comments and what only other programs read left out. */
export function* partsOfHtml(html: string): Iterable<Tag | string> {
  const clean = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[^\]]*\]>/g, '')
  const part = /(<\/?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>)|([^<]+|<)/gi
  for (const [, text, plain] of clean.matchAll(part)) {
    if (text === undefined) yield decoded(plain ?? '')
    else {
      const [, slash, name = ''] = /^<(\/?)([a-z0-9:]+)/i.exec(text) ?? []
      yield { name: name.toLowerCase(), isEnd: slash === '/', text }
    }
  }
}

/** Has the element no end tag of its own? */
export const isEmptyTag = ({ name, text }: Tag) => empty.test(name) || text.endsWith('/>')

/** Elements whose content is no text of the report, or is read elsewhere. */
export function isHidden({ name, text }: Tag): boolean {
  return (
    /^(?:style|script|xml|head|title|o:p|del)$/.test(name) ||
    /display:\s*none|mso-hide:\s*all|mso-special-character:\s*comment|mso-element:\s*comment-list|class="?msocomanchor/i.test(
      text,
    )
  )
}

/** Whether the element makes its text bold or italic; undefined where it leaves it as it is. */
export function lookOf({ name, text }: Tag): {
  readonly bold?: boolean
  readonly italic?: boolean
} {
  // Google Docs puts all it copies into a `b` whose style says that it is not bold.
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

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  pound: '£',
  euro: '€',
  copy: '©',
  shy: '',
  eacute: 'é',
  sect: '§',
  deg: '°',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, digits, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = digits === undefined ? Number.parseInt(hex, 16) : Number(digits)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
