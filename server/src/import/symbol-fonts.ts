/** The characters that fonts of symbols show in place of letters: a tick for `ü` in Wingdings, for `4` in Zapf Dingbats. */

import { codePoint } from 'dingbat-to-unicode'

/** What the fonts of most machines have in place of characters that few of them have: ticks, crosses, boxes, arrows. */
const usual: ReadonlyMap<string, string> = new Map([
  ['\u{1f5f8}', '✓'],
  ['✔', '✓'],
  ['\u{1f5f4}', '✗'],
  ['\u{1f5f5}', '✗'],
  ['\u{1f5f6}', '✗'],
  ['\u{1f5d9}', '✗'],
  ['\u{1f5f7}', '☒'],
  ['\u{1f5f9}', '☑'],
  ['\u{1f78e}', '☐'],
  ['\u{1f78f}', '☐'],
  ['□', '☐'],
  ['❑', '☐'],
  ['❒', '☐'],
  ['\u{1f868}', '←'],
  ['\u{1f86a}', '→'],
  ['\u{1f869}', '↑'],
  ['\u{1f86b}', '↓'],
  ['\u{1f8d8}', '↔'],
  ['⭠', '←'],
  ['⭢', '→'],
  ['⭡', '↑'],
  ['⭣', '↓'],
])

/** Where Zapf Dingbats differ from their order in Unicode. */
const dingbats: ReadonlyMap<number, string> = new Map([
  [0x25, '☎'],
  [0x2a, '☛'],
  [0x2b, '☞'],
  [0x48, '★'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x73, '▲'],
  [0x74, '▼'],
  [0x75, '◆'],
  [0x77, '◗'],
  [0xa8, '♣'],
  [0xa9, '♦'],
  [0xaa, '♥'],
  [0xab, '♠'],
  [0xd5, '→'],
  [0xd6, '↔'],
  [0xd7, '↕'],
])

/** Does the font, to judge by its name, show symbols in place of letters: `ABCDEF+Wingdings-Regular`? */
export function isSymbolFont(font: string): boolean {
  return symbolsOf(font) !== undefined
}

/** The text as the font shows it: `shownBy('Wingdings', '\uf0fc')` is `✓`. Letters that it does not know stay. */
export function shownBy(font: string, text: string): string {
  const symbols = symbolsOf(font)
  if (symbols === undefined) return text
  return Array.from(text, letter => symbols(letter.codePointAt(0) ?? 0) ?? letter).join('')
}

/** The character at the place of a letter, which is often in the part of Unicode that is kept for private use. */
type Symbols = (code: number) => string | undefined

const privateUse = 0xf000
const placeOf = (code: number) => (code >= privateUse ? code - privateUse : code)

function symbolsOf(font: string): Symbols | undefined {
  const name = font.toLowerCase().replaceAll(' ', '')
  const own = families.find(([part]) => name.includes(part))?.[1]
  if (own !== undefined) return code => characterIn(own, placeOf(code))
  // Letters of this one are often in the text as what they show.
  if (name === 'symbol')
    return code => (code < privateUse ? undefined : characterIn('Symbol', placeOf(code)))
  return name.includes('dingbats') ? code => usualFor(dingbatAt(placeOf(code))) : undefined
}

/** What the names of such fonts contain, and what the library calls them. */
const families = [
  ['wingdings2', 'Wingdings 2'],
  ['wingdings3', 'Wingdings 3'],
  ['wingdings', 'Wingdings'],
  ['webdings', 'Webdings'],
] as const

function characterIn(font: string, code: number): string | undefined {
  const shown = code > 0x20 && code <= 0xff ? codePoint(font, code)?.string : undefined
  return usualFor(shown)
}

const usualFor = (shown: string | undefined) =>
  shown === undefined ? undefined : (usual.get(shown) ?? shown)

function dingbatAt(code: number): string | undefined {
  const known = dingbats.get(code)
  if (known !== undefined) return known
  if (code >= 0xac && code <= 0xb5) return String.fromCharCode(0x2460 + code - 0xac)
  if (code > 0x20 && code < 0x7f) return String.fromCharCode(0x2700 + code - 0x20)
  return code > 0xa0 && code < 0xff ? String.fromCharCode(0x2700 + code - 0x40) : undefined
}
