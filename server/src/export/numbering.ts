/** The lists of the Word document, which give its paragraphs the numbers that they have in the draft. */

import { type INumberingOptions, LevelFormat, LevelSuffix } from 'docx'
import { placeInSection, sectionOf } from '../report/paragraph-number'
import type { Part } from './document'

/** The list that numbers a paragraph. */
export interface NumberList {
  readonly reference: string
  readonly instance: number
  /** The list that runs from 1: a style that numbers by itself does the same. */
  readonly isFirst: boolean
}

const numbers = 'paragraph-numbers'
export const bullets = 'bullets'

/**
 * The list of each numbered paragraph: one for all of them, and another from each paragraph on whose
 * number in the draft does not follow the one before.
 */
export function numberLists(parts: readonly Part[]): ReadonlyMap<Part, NumberList> {
  const lists = new Map<Part, NumberList>()
  const counts = new Map<number, number>()
  let list: NumberList = { reference: numbers, instance: 0, isFirst: true }
  let expected = 1
  for (const part of parts) {
    if (part.kind !== 'numbered') continue
    if (part.number !== expected) {
      const instance = counts.get(part.number) ?? 0
      counts.set(part.number, instance + 1)
      list = { reference: referenceFrom(part.number), instance, isFirst: false }
    }
    lists.set(part, list)
    expected = part.number + 1
  }
  return lists
}

const referenceFrom = (start: number) => `${numbers}-from-${start}`

/** The definitions of the lists: paragraph numbers by where they start, and bullets, three levels deep. */
export function numberingOf(parts: readonly Part[]): INumberingOptions {
  const lists = [...numberLists(parts)].filter(([, { isFirst }]) => !isFirst)
  const starts = new Map(
    lists.flatMap(([part, { reference }]) =>
      part.kind === 'numbered' && reference === referenceFrom(part.number)
        ? [[reference, part.number] as const]
        : [],
    ),
  )
  return {
    config: [
      numbersFrom(numbers, 1),
      ...[...starts].map(([reference, start]) => numbersFrom(reference, start)),
      {
        reference: bullets,
        levels: ['•', '–', '▪'].map((text, level) => ({
          level,
          format: LevelFormat.BULLET,
          text,
          suffix: LevelSuffix.TAB,
          style: { paragraph: { indent: { left: 567 * (level + 2) - 140, hanging: 427 } } },
        })),
      },
    ],
  }
}

function numbersFrom(reference: string, start: number): INumberingOptions['config'][number] {
  return {
    reference,
    levels: [
      {
        level: 0,
        start: placeInSection(start),
        format: LevelFormat.DECIMAL,
        text: sectionOf(start) === 0 ? '%1.' : `${sectionOf(start)}.%1`,
        suffix: LevelSuffix.TAB,
        style: { paragraph: { indent: { left: 567, hanging: 567 } } },
      },
    ],
  }
}

/**
 * The document's numbering where the template's style numbers paragraphs by itself: a list that starts
 * at another number goes on with that style's definition. `own` are the ids of the template's lists.
 */
export function withStyleNumbers(
  numbering: string,
  document: string,
  { style, list }: { readonly style: string; readonly list: string },
  own: ReadonlySet<string>,
): string {
  const definition = new RegExp(
    `<w:num\\s[^>]*w:numId="${list}"[^>]*>\\s*<w:abstractNumId\\s+w:val="(\\d+)"`,
  ).exec(numbering)?.[1]
  if (definition === undefined) return numbering
  const restarted = new Set(
    [...document.matchAll(/<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>/gs)]
      .filter(([properties]) => properties.includes(`<w:pStyle w:val="${style}"/>`))
      .flatMap(([properties]) => /<w:numId w:val="(\d+)"\/>/.exec(properties)?.[1] ?? [])
      .filter(id => !own.has(id)),
  )
  return numbering.replace(
    /(<w:num\s[^>]*w:numId="(\d+)"[^>]*>\s*<w:abstractNumId\s+w:val=")\d+/g,
    (whole, before, id) => (restarted.has(id) ? before + definition : whole),
  )
}
