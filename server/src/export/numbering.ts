/** The lists of the Word document, which give its paragraphs the numbers that they have in the draft. */

import { type INumberingOptions, LevelFormat, LevelSuffix } from 'docx'
import { placeInSection, sectionOf } from '../report/numbering/paragraph-number'
import type { Part } from './document'
import { attributeOf, elements, withElements } from './xml-elements'

/** The list that numbers a paragraph. */
export interface NumberList {
  readonly reference: string
  readonly instance: number
  /** Is it the list that runs from 1? A style that numbers paragraphs by itself has the same effect. */
  readonly isFirst: boolean
}

const numbers = 'paragraph-numbers'
export const bullets = 'bullets'

/**
 * The list of each numbered paragraph: a new one begins at each paragraph whose number in the draft does not
 * follow the one before.
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
 * The document's numbering where the template's style numbers paragraphs by itself: a list that starts at another
 * number uses that style's definition. `own` holds the ids of the template's lists.
 */
export function withStyleNumbers(
  numbering: string,
  document: string,
  { style, list }: { readonly style: string; readonly list: string },
  own: ReadonlySet<string>,
): string {
  const styled = [...elements(numbering, 'w:num')].find(
    ({ tag }) => attributeOf(tag, 'w:numId') === list,
  )
  const definition = styled && abstractList.exec(numbering.slice(styled.start, styled.end))?.[2]
  if (definition === undefined) return numbering
  const restarted = new Set(
    [...elements(document, 'w:pPr')]
      .map(({ start, end }) => document.slice(start, end))
      .filter(properties => properties.includes(`<w:pStyle w:val="${style}"/>`))
      .flatMap(properties => /<w:numId w:val="(\d+)"\/>/.exec(properties)?.[1] ?? [])
      .filter(id => !own.has(id)),
  )
  return withElements(numbering, 'w:num', (element, tag) =>
    restarted.has(attributeOf(tag, 'w:numId') ?? '')
      ? element.replace(abstractList, (_, before) => before + definition)
      : element,
  )
}

/** The definition that a list refers to for its levels. */
const abstractList = /(<w:abstractNumId\s+w:val=")(\d+)/
