/** Reads the HTML that Word puts on the clipboard as text with headings, numbers, lists and tables. */

/** Does the HTML come from Word? Its paragraphs say so. */
export function isFromWord(html: string): boolean {
  return /\bclass="?Mso|mso-[a-z-]+:|urn:schemas-microsoft-com:office:word|name="?Generator"? content="?Microsoft Word/i.test(
    html,
  )
}

interface State {
  readonly lines: string[]
  text: string
  prefix: string
  /** The label of a list, which Word writes into a part of its own. */
  label: string | undefined
  isInList: boolean
  row: string[] | undefined
  rows: string[][] | undefined
  /** Tags of parts that are no text, by how often they are open. */
  readonly hidden: string[]
}

/** The text of the HTML; undefined where it does not come from Word, since other text is better plain. */
export function htmlToText(html: string): string | undefined {
  if (!isFromWord(html)) return undefined
  const fragment = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html)?.[1]
  const body = fragment ?? /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html
  const state: State = {
    lines: [],
    text: '',
    prefix: '',
    label: undefined,
    isInList: false,
    row: undefined,
    rows: undefined,
    hidden: [],
  }
  const clean = body.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[^\]]*\]>/g, '')
  for (const [, tag, plain] of clean.matchAll(/(<\/?[a-z][^>]*>)|([^<]+|<)/gi)) {
    if (tag !== undefined) readTag(tag, state)
    else if (state.hidden.length === 0) addText(decoded(plain ?? ''), state)
  }
  endParagraph(state)
  endTable(state)
  return `${state.lines.join('\n').replace(/^\n+/, '')}\n`
}

function readTag(tag: string, state: State): void {
  const [, slash, name = ''] = /^<(\/?)([a-z0-9:]+)/i.exec(tag) ?? []
  const element = name.toLowerCase()
  const isEnd = slash === '/'
  if (state.hidden.length > 0 || /^(?:style|script|xml|o:p|del|title)$/.test(element)) {
    if (isEnd && state.hidden.at(-1) === element) state.hidden.pop()
    else if (
      !isEnd &&
      !tag.endsWith('/>') &&
      (state.hidden.length === 0 || state.hidden.at(-1) === element)
    )
      state.hidden.push(element)
    return
  }
  if (element === 'br') state.text += state.row === undefined ? '\n' : ' '
  else if (element === 'table') isEnd ? endTable(state) : startTable(state)
  else if (element === 'tr' && state.rows !== undefined) isEnd ? endRow(state) : (state.row = [])
  else if (/^t[dh]$/.test(element) && isEnd) endCell(state)
  else if (/^(?:p|h[1-6]|li|div)$/.test(element) && state.row === undefined) {
    endParagraph(state)
    if (!isEnd) startParagraph(element, tag, state)
  } else if (/^p$/.test(element) && isEnd) state.text += ' '
  else if (element === 'span' && /mso-list:\s*ignore/i.test(tag) && !isEnd) state.label = ''
  else if (element === 'span' && /mso-comment/i.test(tag) && !isEnd) state.hidden.push('span')
}

function startParagraph(element: string, tag: string, state: State): void {
  const level = /^h([1-6])$/.exec(element)?.[1]
  const isTitle = /class="?MsoTitle/i.test(tag)
  if (isTitle) state.prefix = '# '
  else if (level !== undefined) state.prefix = `${'#'.repeat(Math.min(Number(level) + 1, 6))} `
  else if (element === 'li') state.prefix = '- '
}

function addText(text: string, state: State): void {
  const flat = text.replace(/[\s\u00a0]+/g, ' ')
  if (state.label !== undefined && state.row === undefined) {
    // The label ends where the gap behind it does.
    if (state.label === '' || flat.trim() === '') {
      state.label += flat.trim()
      return
    }
    state.prefix = state.prefix.startsWith('#') ? state.prefix : prefixFor(state.label)
    state.label = undefined
  }
  state.text += state.text === '' || /\s$/.test(state.text) ? flat.trimStart() : flat
}

/** `12. ` for a number, `(a) ` for a letter, and a dash for whatever mark a bullet has. */
function prefixFor(label: string): string {
  const number = /^(\d{1,3})[.)]?$/.exec(label)?.[1]
  if (number !== undefined) return `${number}. `
  if (/^\(?[a-z]{1,4}[.)]$/i.test(label) && label !== 'o') return `${label} `
  return /^\d/.test(label) ? `${label} ` : '- '
}

function endParagraph(state: State): void {
  if (state.row !== undefined) return
  const text = state.text.replace(/ *\n */g, '\n').trim()
  const isItem = state.prefix === '- '
  if (text !== '') {
    if (!(isItem && state.isInList)) state.lines.push('')
    state.lines.push(...`${state.prefix}${text}`.split('\n'))
    state.isInList = isItem
  }
  state.text = ''
  state.prefix = ''
  state.label = undefined
}

function startTable(state: State): void {
  endParagraph(state)
  state.rows ??= []
}

function endCell(state: State): void {
  state.row?.push(state.text.replace(/\s+/g, ' ').trim().replace(/\|/g, '\\|'))
  state.text = ''
}

function endRow(state: State): void {
  if (state.row !== undefined && state.row.length > 0) state.rows?.push(state.row)
  state.row = undefined
}

function endTable(state: State): void {
  const { rows } = state
  state.rows = undefined
  state.row = undefined
  if (rows === undefined || rows.length === 0) return
  const width = Math.max(2, ...rows.map(row => row.length))
  const written = (row: readonly string[]) =>
    `|${Array.from({ length: width }, (_, at) => row[at] ?? '')
      .map(cell => (cell === '' ? ' |' : ` ${cell} |`))
      .join('')}`
  state.isInList = false
  state.lines.push('', written([]), `|${' --- |'.repeat(width)}`, ...rows.map(written))
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
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
  copy: '©',
  shy: '',
  eacute: 'é',
  sect: '§',
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, digits, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = digits === undefined ? Number.parseInt(hex, 16) : Number(digits)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
