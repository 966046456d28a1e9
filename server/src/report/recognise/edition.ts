/** Which edition of a type a report follows: the one in force on the inspection's first day. */

import { LineIndex } from '../../text/lines'
import type { KnownEdition, KnownType } from '../../types/catalogue'
import { readCover } from '../cover/cover'
import { readDates } from '../cover/dates'
import type { TypeTime } from '../model'

export interface ChosenEdition {
  readonly edition: KnownEdition
  /** The day by which it was chosen (ISO); undefined where none was looked for or found. */
  readonly day: string | undefined
}

/**
 * The edition by the date in the head; the latest where there is none, or where the type was not in use on it, so
 * that the date is wrong. A single edition needs no date.
 */
export function chooseEdition(type: KnownType, head: string): ChosenEdition {
  const { editions } = type
  const latest = editions.at(-1) as KnownEdition
  if (editions.length === 1) return { edition: latest, day: undefined }
  const day = inspectionDay(head, type)
  return day === undefined || !isInForce(type, day)
    ? { edition: latest, day: undefined }
    : { edition: editionOn(type, day), day }
}

/** The edition in force on a day: the last that had begun; on a day before all of them the first. */
export function editionOn({ editions }: KnownType, day: string): KnownEdition {
  const begun = editions.filter(
    ({ source }, at) => at === 0 || source.valid?.from === undefined || source.valid.from <= day,
  )
  return begun.at(-1) as KnownEdition
}

/** The first and the last day (ISO) of the inspections that the type's reports are about, as far as it gives them. */
export function timeOf({ editions }: KnownType): TypeTime {
  const last = editions.at(-1)?.source.valid?.to
  return { from: editions[0]?.source.valid?.from, to: last }
}

/** Is the day within the time in which the type is valid, as far as it gives one? */
export function isInForce({ editions }: KnownType, day: string): boolean {
  return editions.some(
    ({ source: { valid } }) =>
      (valid?.from === undefined || valid.from <= day) &&
      (valid?.to === undefined || day <= valid.to),
  )
}

/** The first day of the inspection, otherwise that of another field, otherwise that of a letter, as an ISO date. */
export function inspectionDay(head: string, type: KnownType): string | undefined {
  const compiled = (type.editions.at(-1) as KnownEdition).compiled()
  const cover = readCover(head, new LineIndex(head), { start: 0, end: head.length }, compiled)
  const dated = cover.fields.filter(field => field.dates !== undefined)
  const field =
    dated.find(({ definition }) => definition?.kind === 'dates') ??
    dated.find(({ definition }) => definition?.kind === 'date')
  return field?.dates?.from ?? letterDay(head)
}

/** The first line that is a date and nothing else, as letters have it above the addressee. */
function letterDay(head: string): string | undefined {
  for (const [line] of head.matchAll(/^[ \t]*\d{1,2}[ \t]+[A-Z][a-z]+[ \t]+\d{4}[ \t]*$/gm)) {
    const reading = readDates(line.trim())
    if (reading.kind === 'dates') return reading.range.from
  }
  return undefined
}
