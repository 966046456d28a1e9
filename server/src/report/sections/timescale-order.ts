/** Timescales of a section as whole stretches of text, and which of them are out of order. */

import type { Span } from '../../text/span'
import type { Report, Section, Timescale } from '../model'

/** A timescale with all that is under it. */
export interface TimescaleStretch {
  readonly timescale: Timescale
  /** Place in the type's order; undefined for a timescale that is not one of the type's. */
  readonly rank: number | undefined
  /** From its heading's line to the next timescale, or to the end of the last text under it. */
  readonly extent: Span
  /** Is anything under it? */
  readonly hasText: boolean
}

/** By section, since several rules ask for them. */
const knownStretches = new WeakMap<Section, readonly TimescaleStretch[]>()

/** The timescales of the section, in the order of the text. */
export function timescaleStretches(report: Report, section: Section): readonly TimescaleStretch[] {
  const known = knownStretches.get(section)
  if (known !== undefined) return known
  const stretches = findStretches(report, section)
  knownStretches.set(section, stretches)
  return stretches
}

function findStretches(report: Report, section: Section): readonly TimescaleStretch[] {
  return section.timescales.map((timescale, at): TimescaleStretch => {
    const limit = section.timescales[at + 1]?.line.start ?? section.span.end
    const under = section.blocks.filter(
      block => block.start >= timescale.line.end && block.end <= limit,
    )
    const rank = timescale.name === undefined ? -1 : report.type.timescales.indexOf(timescale.name)
    let last = under.length
    while (last > 0 && isOutside(under[last - 1]?.kind)) last--
    while (under[last]?.kind === 'blank') last++
    return {
      timescale,
      rank: rank === -1 ? undefined : rank,
      extent: { start: timescale.line.start, end: under[last - 1]?.end ?? timescale.line.end },
      hasText: under.some(block => !isOutside(block.kind) && block.kind !== 'comment'),
    }
  })
}

const isOutside = (kind: string | undefined) =>
  kind === 'blank' || kind === 'furniture' || kind === 'heading'

export interface MisplacedTimescale {
  readonly stretch: TimescaleStretch
  /** The timescale before which it belongs; undefined where it belongs after all others. */
  readonly before: TimescaleStretch | undefined
  /** The last of those that stay. */
  readonly last: TimescaleStretch
}

/** The fewest timescales of the section that can be moved to put all of them in the type's order. */
export function misplacedTimescales(
  report: Report,
  section: Section,
): readonly MisplacedTimescale[] {
  if (section.timescales.length < 2) return []
  const ranked = timescaleStretches(report, section).filter(isRanked)
  const kept = longestRising(ranked.map(({ rank }) => rank))
  const staying = ranked.filter((_, at) => kept.has(at))
  const last = staying.at(-1)
  if (last === undefined) return []
  return ranked
    .filter((_, at) => !kept.has(at))
    .map(stretch => ({
      stretch,
      before: staying.find(({ rank }) => rank > stretch.rank),
      last,
    }))
}

export interface DuplicateTimescale {
  readonly stretch: TimescaleStretch
  /** The one before it with the same title. */
  readonly first: TimescaleStretch
}

/**
 * Timescales that are in the section twice, each with text of its own. After another lead ("The health trust
 * should:") the timescales begin again.
 */
export function duplicateTimescales(
  report: Report,
  section: Section,
): readonly DuplicateTimescale[] {
  if (section.timescales.length < 2) return []
  const ranked = timescaleStretches(report, section).filter(each => isRanked(each) && each.hasText)
  return ranked.flatMap((stretch, at) => {
    const first = ranked.slice(0, at).find(({ rank }) => rank === stretch.rank)
    return first === undefined || hasLead(report, section, first, stretch)
      ? []
      : [{ stretch, first }]
  })
}

/** Does a paragraph between the two lead a new list? */
function hasLead(
  { text }: Report,
  { blocks }: Section,
  from: TimescaleStretch,
  to: TimescaleStretch,
): boolean {
  return blocks.some(
    ({ kind, start, content }) =>
      kind === 'paragraph' &&
      from.extent.start < start &&
      start < to.extent.start &&
      text.charAt(content.end - 1) === ':',
  )
}

type Ranked = TimescaleStretch & { readonly rank: number }

function isRanked(stretch: TimescaleStretch): stretch is Ranked {
  return stretch.rank !== undefined
}

/** The places of a longest selection that never falls; of equally long ones, the first found. */
function longestRising(ranks: readonly number[]): ReadonlySet<number> {
  const chains: (readonly number[])[] = []
  for (const [at, rank] of ranks.entries()) {
    const before = chains
      .filter((_, earlier) => (ranks[earlier] as number) <= rank)
      .reduce<readonly number[]>((best, chain) => (chain.length > best.length ? chain : best), [])
    chains.push([...before, at])
  }
  return new Set(
    chains.reduce((best, chain) => (chain.length > best.length ? chain : best), chains[0] ?? []),
  )
}
