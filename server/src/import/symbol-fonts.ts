/** The characters that fonts of symbols show in place of letters: a tick for `ü` in Wingdings, for `4` in Zapf Dingbats. */

/** From 0x21 on in fonts of Windows; the symbols that reports use, '' for any other. */
const wingdings: ReadonlyMap<number, string> = new Map([
  [0x4a, '☺'],
  [0x4c, '☹'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '☐'],
  [0x71, '❑'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '☐'],
  [0xab, '★'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe1, '↑'],
  [0xe2, '↓'],
  [0xe8, '➔'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])

const wingdings2: ReadonlyMap<number, string> = new Map([
  [0x4f, '✗'],
  [0x50, '✓'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0x54, '☒'],
  [0x97, '●'],
  [0xa3, '☐'],
])

const webdings: ReadonlyMap<number, string> = new Map([
  [0x61, '✓'],
  [0x63, '☐'],
  [0x67, '■'],
  [0x6e, '●'],
  [0x72, '✗'],
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
  return [...text]
    .map(letter => {
      const code = letter.charCodeAt(0)
      return symbols(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code) ?? letter
    })
    .join('')
}

type Symbols = (code: number) => string | undefined

function symbolsOf(font: string): Symbols | undefined {
  const name = font.toLowerCase().replaceAll(' ', '')
  if (name.includes('wingdings2')) return code => wingdings2.get(code)
  if (name.includes('wingdings3')) return undefined
  if (name.includes('wingdings')) return code => wingdings.get(code)
  if (name.includes('webdings')) return code => webdings.get(code)
  return name.includes('dingbats') ? dingbatAt : undefined
}

function dingbatAt(code: number): string | undefined {
  const known = dingbats.get(code)
  if (known !== undefined) return known
  if (code > 0x20 && code < 0x7f) return String.fromCharCode(0x2700 + code - 0x20)
  return code > 0xa0 && code < 0xff ? String.fromCharCode(0x2700 + code - 0x40) : undefined
}
