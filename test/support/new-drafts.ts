/** The places to fill in of a new report's snippet, and something right for each. */

import type { NewReportValues } from '../../server/src/features/drafts/new-report'
import { writtenDay } from '../../server/src/report/cover/dates'

/** The cover of a report of the edition, inspected in its first month. */
export function coverOf(from = '2024-01-01'): NewReportValues {
  const month = writtenDay(from).slice(2)
  return {
    authority: 'Westmarch',
    day: `6 ${month}`,
    'inspection-dates': `6–17 ${month}`,
    inspector: 'Maria Lindgren',
    published: `28 ${month}`,
  }
}

/** A tab stop of a snippet: its number, and what it says: `[TBC]`, or the choices. */
export interface Stop {
  readonly number: number
  readonly text: string
  readonly choices: readonly string[]
}

/** A stop, or something that a backslash keeps from being one. */
const stopOrEscaped = /\\([$}\\])|\$\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^|\\])*)\|)\}/g

function stopOf(match: readonly (string | undefined)[]): Stop {
  const [, , number, text = '', choices] = match
  return {
    number: Number(number),
    text: plain(text),
    choices: choices === undefined ? [] : choices.split(/(?<!\\),/).map(plain),
  }
}

const plain = (text: string): string => text.replace(/\\(.)/g, '$1')

/** The tab stops in the order of the text. */
export function stopsOf(snippet: string): readonly Stop[] {
  return [...snippet.matchAll(stopOrEscaped)].filter(match => match[2] !== undefined).map(stopOf)
}

/** Something right for a place to fill in, going by its present text; judgements are good. */
export function rightFor({ text, choices }: Stop, values: NewReportValues): string {
  if (choices.length > 0)
    return choices.find(each => /\b(?:good|well)\)?$/.test(each)) ?? choices[1] ?? ''
  const right: Readonly<Record<string, string | undefined>> = {
    '[authority]': values.authority,
    '[dates]': values['inspection-dates'],
    '[date]': values.published,
    '[year]': values.published?.slice(-4),
    '[inspector]': values.inspector,
    All: 'All',
    '': 'Good',
  }
  const isName = /^\[(?:names?|director|inspector|lead inspector|local partnership)\b/.test(text)
  return right[text] ?? (isName ? 'Maria Lindgren' : 'Managers know their services well.')
}

/** The snippet as text, with what `fill` gives for each place; undefined leaves the place as it is. */
export function filled(snippet: string, fill: (stop: Stop) => string | undefined): string {
  return snippet.replace(/\$0/g, '').replace(stopOrEscaped, (...match: (string | undefined)[]) => {
    if (match[1] !== undefined) return match[1]
    const found = stopOf(match)
    return fill(found) ?? found.choices[0] ?? found.text
  })
}
