/** Which beginnings of lines can be numbers of paragraphs in a type. */

import { isBare, isNumber, type Label, type LineBeginning } from '../../text/line-beginning'
import type { ReportType } from '../../types/report-type'

/**
 * The number with which the line begins, with or without a bullet, if it is of the kind that the type has: `12.`,
 * `12`, or `1.2` where it numbers by section. The lines around decide whether it is that of a paragraph.
 */
export function numberLabel(
  text: string,
  { heading, isQuoted, label }: LineBeginning,
  { numbering }: Pick<ReportType, 'numbering'>,
): Label | undefined {
  if (label === undefined || heading > 0 || isQuoted || !isNumber(label)) return undefined
  if (numbering !== 'by-section') return label.depth === 1 ? label : undefined
  const [section = '', place = ''] = text.slice(label.value.start, label.value.end).split('.')
  const isOne = label.depth === 2 && section.length <= 2 && section[0] !== '0' && place[0] !== '0'
  return isOne ? label : undefined
}

/** `12.` of up to three digits, as the number of a paragraph is written in most reports; undefined for others. */
export function stoppedNumber({ heading, isQuoted, label }: LineBeginning): Label | undefined {
  if (label === undefined || heading > 0 || isQuoted || !isNumber(label)) return undefined
  const isShort = label.value.end - label.value.start <= 3
  return label.depth === 1 && isShort && !isBare(label) ? label : undefined
}
