/** What the look of a run says of its text: struck out, raised, lowered, highlighted, in a font of symbols. */

import * as l10n from '@vscode/l10n'
import { isPlaceholderAlone } from '../../report/marks/placeholders'
import { lowered, raised } from '../../text/characters'
import { isSymbolFont, shownBy } from '../symbol-fonts'
import { plainStretch, type Stretch } from './emphasis'
import type { Styles } from './styles'
import { child, type Node, settingOf } from './xml'

export interface RunMarks {
  readonly isStruck: boolean
  readonly isHighlighted: boolean
  readonly position: 'raised' | 'lowered' | undefined
  /** The name of the font, if its characters are symbols. */
  readonly symbols: string | undefined
}

const noMarks: RunMarks = {
  isStruck: false,
  isHighlighted: false,
  position: undefined,
  symbols: undefined,
}

export function marksOf(run: Node | undefined, styles: Styles): RunMarks {
  if (run === undefined) return noMarks
  const highlight = settingOf(run, 'w:highlight')
  const position =
    settingOf(run, 'w:vertAlign') ?? styles.positionOf(run) ?? movedTo(settingOf(run, 'w:position'))
  const fonts = child(run, 'w:rFonts')
  const font = fonts?.attributes['w:ascii'] ?? fonts?.attributes['w:hAnsi']
  return {
    isStruck: styles.isOn(run, 'w:strike') || styles.isOn(run, 'w:dstrike'),
    isHighlighted: highlight !== undefined && highlight !== 'none',
    position:
      position === 'superscript' ? 'raised' : position === 'subscript' ? 'lowered' : undefined,
    symbols: font !== undefined && isSymbolFont(font) ? font : undefined,
  }
}

/** Text that is moved up or down by hand: by half points. */
function movedTo(halfPoints: string | undefined): string | undefined {
  const up = Number(halfPoints ?? 0)
  return up >= 4 ? 'superscript' : up <= -3 ? 'subscript' : undefined
}

/** The text as it is shown: symbols as characters of their own, digits raised or lowered. */
export function shownAs(text: string, { position, symbols }: RunMarks): string {
  if (symbols !== undefined) return shownBy(symbols, text)
  // Raised letters belong to their word: "1st".
  if (position === undefined || !onlyDigits.test(text) || !/\d/.test(text)) return text
  return position === 'raised' ? raised(text) : lowered(text)
}

const onlyDigits = /^[\d+\-−,\s]+$/

/** The character that `w:sym` shows: a bullet where it is in a font of symbols and not known. */
export function symbolOf(node: Node): string {
  const code = Number.parseInt(node.attributes['w:char'] ?? '', 16)
  if (Number.isNaN(code) || code > 0x10ffff) return ''
  const shown = shownBy(node.attributes['w:font'] ?? '', String.fromCodePoint(code))
  return isPrivate.test(shown) ? '•' : shown
}

const isPrivate = /^[\uf000-\uf0ff]$/

/** The note that stands after highlighted text. */
export const highlightNote = () => `[Note: ${l10n.t('highlighted in Word')}]`

/** The stretches with a note after what is highlighted, so that it is among the things to do. */
export function withHighlights(stretches: readonly Stretch[], note: string): readonly Stretch[] {
  if (!stretches.some(({ isHighlighted }) => isHighlighted)) return stretches
  const result: Stretch[] = []
  let words = ''
  const close = () => {
    // What is to be filled in is among them anyway.
    if (/[\p{L}\p{N}]/u.test(words) && !isPlaceholderAlone(words))
      result.push({ ...plainStretch(note), isMark: true, isNote: true })
    words = ''
  }
  for (const stretch of stretches) {
    if (stretch.isHighlighted === true || (words !== '' && stretch.text.trim() === ''))
      words += stretch.text
    else if (words !== '') close()
    result.push(stretch)
  }
  close()
  return result
}
