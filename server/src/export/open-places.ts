/** What the user is told before a report is exported: what is still open, and what will differ. */

import type { Report } from '../report/model'

/** A place that is still to be written, or a note that is left out. */
export interface OpenPlace {
  readonly kind: 'note' | 'placeholder'
  /** Counted from 0. */
  readonly line: number
  /** As it stands in the draft, on one line. */
  readonly text: string
}

/** Notes and placeholders, in the order of the text. */
export function openPlaces({ notes, placeholders, lines }: Report): readonly OpenPlace[] {
  const placeOf = (kind: OpenPlace['kind'], start: number, text: string) => ({
    kind,
    start,
    line: lines.lineAt(start),
    text: text.replace(/\s+/g, ' '),
  })
  return [
    ...notes.map(({ span, text, author }) =>
      placeOf('note', span.start, author === '' ? text.text : `${author}: ${text.text}`),
    ),
    ...placeholders.map(({ start, text }) => placeOf('placeholder', start, text)),
  ]
    .sort((a, b) => a.start - b.start)
    .map(({ kind, line, text }) => ({ kind, line, text }))
}

/**
 * What Word will number differently from the draft, as a sentence for the user; undefined where both
 * agree, that is, where the draft's numbers run from 1 without a gap.
 */
export function renumbered(numbers: readonly number[]): string | undefined {
  const first = numbers.findIndex((number, at) => number !== at + 1)
  if (first === -1) return undefined
  const differ = numbers.filter((number, at) => number !== at + 1).length
  const which = differ === 1 ? 'One paragraph gets' : `${differ} paragraphs get`
  return (
    `The paragraph numbers of the draft are not in order. ${which} another number in Word: ` +
    `the first is ${numbers[first]}, which becomes ${first + 1}. Check what refers to paragraphs by number.`
  )
}
