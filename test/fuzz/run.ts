/** Tries properties on random texts, and prints what it finds as text to paste into a test. */

import fc from 'fast-check'
import type { Property } from './properties'
import { type Source, texts } from './texts'

export interface FuzzOptions {
  readonly sources: readonly Source[]
  readonly seed: number
  readonly runs: number
  /** The most characters that one stretch of a report has. */
  readonly longest: number
  /** Called with each text before a property is tried on it. */
  readonly onTry?: (property: Property, text: string) => void
  /** Nothing is tried after this time, in milliseconds since 1970, not even to find a smaller text. */
  readonly end?: number
}

/** What does not hold: the smallest text found for it, and why. */
export interface Counterexample {
  readonly property: string
  readonly text: string
  readonly why: string
  readonly seed: number
}

/** The first text for which the property does not hold; undefined if it holds for all. */
export function fuzz(property: Property, options: FuzzOptions): Counterexample | undefined {
  const { sources, seed, runs, longest, onTry, end } = options
  const tried = fc.property(texts(sources, longest), text => {
    onTry?.(property, text)
    property.holds(text)
  })
  const { failed, counterexample, errorInstance } = fc.check(tried, {
    seed,
    numRuns: runs,
    ...(end === undefined ? {} : { interruptAfterTimeLimit: Math.max(0, end - Date.now()) }),
    markInterruptAsFailure: false,
  })
  if (!failed || counterexample === null) return undefined
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  return { property: property.name, text: counterexample[0], why, seed }
}

/** The counterexample, with its text as a literal for a test, line by line. */
export function printed({ property, text, why, seed }: Counterexample): string {
  const lines = text.split(/(?<=\n)/).map(line => `  ${literal(line)},`)
  return [`Does not hold: ${property} (seed ${seed})`, why, '[', ...lines, "].join('')"].join('\n')
}

function literal(line: string): string {
  const escaped = JSON.stringify(line)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, each => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
