/**
 * The number of a paragraph as one number that can be compared and counted on: 12 for `12`, and in a type
 * that numbers by section 10002 for `1.2`, the second of section 1.
 */

/** Numbers of one section are in one such step; those that run through the report are all below the first. */
const step = 10_000

/** The number as written: `12`, `1.2`. */
export function numberText(number: number): string {
  return number < step ? String(number) : `${sectionOf(number)}.${number % step}`
}

/** The number from its written form, including any full stop in it: 12 for `12`, 10002 for `1.2`. */
export function numberFrom(written: string): number {
  const dot = written.indexOf('.')
  if (dot === -1) return Number(written)
  return Number(written.slice(0, dot)) * step + Number(written.slice(dot + 1))
}

/** The section before the full stop; 0 for a number that runs through the report. */
export function sectionOf(number: number): number {
  return Math.floor(number / step)
}

/** Its place among the paragraphs of its section, or in the report: 2 for `1.2`, 12 for `12`. */
export function placeInSection(number: number): number {
  return number % step
}

/** The value directly before the first number of the same section: 10000 for `1.2`, 0 for `12`. */
export function beforeFirst(number: number): number {
  return number - (number % step)
}

/** The number with which the next section begins: 20001 for `1.2`. */
export function firstOfNext(number: number): number {
  return beforeFirst(number) + step + 1
}
