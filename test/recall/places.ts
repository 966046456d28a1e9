/** Places in the running text where something can be put in. */

import type { Report } from '../../server/src/report/model'

export interface TextPlace {
  /** What it is in, for the defect's name. */
  readonly of: 'paragraph' | 'item'
  /** After its first sentence, otherwise at its end. */
  readonly sentenceEnd: number
  /** Where its text begins. */
  readonly start: number
  readonly end: number
}

/** In UTF-16 units: what is shorter may be a label or a caption. */
const shortest = 80

/** The paragraphs and list items of the sections, in any type of report, with numbers or without. */
export function textPlaces({ blocks, text, sections }: Report): readonly TextPlace[] {
  // Where people are named there may be names, numbers and addresses of any kind.
  const naming = sections.filter(({ definition }) => definition.namesPeople)
  const first = sections[0]?.heading.line.end ?? text.length
  return blocks.flatMap(({ kind, content }) => {
    if (kind !== 'paragraph' && kind !== 'item') return []
    const { start, end } = content
    // What ends without a stop goes on elsewhere.
    if (naming.some(({ span }) => span.start <= start && end <= span.end)) return []
    if (start < first || end - start < shortest || !/[.;]$/.test(text.slice(start, end))) return []
    const stop = /[^.]{3}[.](?=\s+\p{Lu})/u.exec(text.slice(start, end))
    const sentenceEnd = stop === null ? end : start + stop.index + stop[0].length
    return [{ of: kind, start, end, sentenceEnd }]
  })
}
