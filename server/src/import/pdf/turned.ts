/** Pages whose text runs up, down or upside down, as in wide tables on an upright sheet. */

import type { PageItem } from './lines'
import type { Rule, Rules } from './rules'

/** How far the text is turned, in degrees anticlockwise. */
export type Turn = 0 | 90 | 180 | 270

/** Where the page's edges are, in points. */
export interface Sheet {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** How most letters of the page are turned; those at other angles do not count. */
export function turnOf(items: readonly PageItem[]): Turn {
  const letters = new Map<Turn, number>([[0, 0]])
  for (const { str, transform } of items) {
    const turn = itemTurn(transform)
    if (turn !== undefined) letters.set(turn, (letters.get(turn) ?? 0) + str.trim().length)
  }
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most))[0]
}

function itemTurn([a = 0, b = 0]: readonly number[]): Turn | undefined {
  const size = Math.max(Math.abs(a), Math.abs(b))
  if (Math.abs(b) < size * 0.01) return a < 0 ? 180 : 0
  if (Math.abs(a) < size * 0.01) return b > 0 ? 90 : 270
  return undefined
}

/** The pieces as they are when the sheet is turned so that they can be read. */
export function turnedItems<Item extends PageItem>(
  items: readonly Item[],
  turn: Turn,
  sheet: Sheet,
): readonly Item[] {
  if (turn === 0) return items
  const direction = { left: 0, bottom: 0, right: 0, top: 0 }
  return items.map(item => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform
    const along = turned(a, b, turn, direction)
    const up = turned(c, d, turn, direction)
    return { ...item, transform: [...along, ...up, ...turned(e, f, turn, sheet)] }
  })
}

/** The lines as they are when the sheet is turned in the same way. */
export function turnedRules(rules: Rules, turn: Turn, sheet: Sheet): Rules {
  if (turn === 0) return rules
  const across = rules.horizontal.map(rule => turnedRule(rule, true, turn, sheet))
  const down = rules.vertical.map(rule => turnedRule(rule, false, turn, sheet))
  return turn === 180
    ? { horizontal: across, vertical: down }
    : { horizontal: down, vertical: across }
}

function turnedRule({ at, from, to }: Rule, isAcross: boolean, turn: Turn, sheet: Sheet): Rule {
  const [x, y] = isAcross ? turned(from, at, turn, sheet) : turned(at, from, turn, sheet)
  const [endX, endY] = isAcross ? turned(to, at, turn, sheet) : turned(at, to, turn, sheet)
  const staysAcross = isAcross === (turn === 180)
  const [start, end] = staysAcross ? [x, endX] : [y, endY]
  return { at: staysAcross ? y : x, from: Math.min(start, end), to: Math.max(start, end) }
}

/** The position on the sheet once it is turned back. */
function turned(x: number, y: number, turn: Turn, sheet: Sheet): [number, number] {
  switch (turn) {
    case 90:
      return [y - sheet.bottom, sheet.right - x]
    case 180:
      return [sheet.right - x, sheet.top - y]
    case 270:
      return [sheet.top - y, x - sheet.left]
    default:
      return [x, y]
  }
}
