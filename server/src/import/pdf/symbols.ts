/** Fonts of symbols in a PDF, whose ticks and boxes are in its text as the letters in their places. */

import { isSymbolFont, shownBy } from '../symbol-fonts'
import type { PageItem } from './lines'

/** The names of a document's fonts, which are known only once a page with them has been drawn. */
export class FontNames {
  readonly #names = new Map<string, string>()

  /** Is there a font on the page that may be one of symbols and is not known yet: one with single letters only? */
  isWanted(items: readonly PageItem[]): boolean {
    const isSingle = new Map<string, boolean>()
    for (const { str, fontName = '' } of items) {
      const text = str.trim()
      if (text === '' || fontName === '' || this.#names.has(fontName)) continue
      const before = isSingle.get(fontName)
      if (before !== false && (before !== undefined || mayBeSymbols(text)))
        isSingle.set(fontName, text.length <= mostLetters)
    }
    return [...isSingle.values()].includes(true)
  }

  /** Learns the names of the fonts on a page that has been drawn. */
  learn(items: readonly PageItem[], nameOf: (fontName: string) => string | undefined): void {
    for (const { fontName = '' } of items)
      if (!this.#names.has(fontName)) this.#names.set(fontName, nameOf(fontName) ?? '')
  }

  /** The pieces with the characters that their fonts show. */
  shown<Item extends PageItem>(items: readonly Item[]): readonly Item[] {
    const fonts = new Set(
      [...this.#names].filter(([, name]) => isSymbolFont(name)).map(([id]) => id),
    )
    if (fonts.size === 0) return items
    return items.map(item => {
      const { fontName = '', str } = item
      if (!fonts.has(fontName)) return item
      return { ...item, str: shownBy(this.#names.get(fontName) ?? '', str) }
    })
  }
}

/** A piece in a font of symbols is no longer than this. */
const mostLetters = 4

/**
 * May the font show something else in place of these letters? A bullet, which most pages have, is read as one whatever
 * its font.
 */
const mayBeSymbols = (text: string) =>
  /[!-~\u00a1-\u00ff\uf000-\uf0ff]/.test(text) &&
  !/^[-\u2022\uf02d\uf06c\uf06e\uf076\uf0a7\uf0b7\uf0d8]$/.test(text)
