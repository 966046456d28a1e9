/** The summary table: its rows and groups, and which of the type's rows they are. */

import { normalTitle } from '../../types/normal-title'
import type { ReportType, RowDefinition } from '../../types/report-type'
import { align } from '../align'
import { isSetApart, tightGap } from '../grid/gaps'
import type { Line } from '../lines/scan'
import type { Heading, SummaryEntry, SummaryTable } from '../model'
import { joinPieces, type Labelled } from './joined-rows'
import { readPieces } from './rows'

/** Reads the table in the given lines. */
export function readSummary(
  text: string,
  lines: readonly Line[],
  zone: { readonly first: number; readonly last: number },
  heading: Heading,
  type: ReportType,
  isRequired: (row: RowDefinition) => boolean,
): SummaryTable {
  const form = formOf(text, lines, zone)
  const pieces = readPieces(text, lines, zone, type)
  const labelled = joinPieces(text, pieces, type)
  const entries = placeEntries(labelled, type)
  const there = new Set(entries.map(entry => entry.definition))
  const last = lines[zone.last - 1]
  return {
    heading,
    span: {
      start: heading.line.end,
      end: last === undefined ? heading.line.end : Math.max(last.next, heading.line.end),
    },
    form,
    entries,
    missing: type.rows.filter(row => row.kind === 'row' && isRequired(row) && !there.has(row)),
  }
}

function formOf(
  text: string,
  lines: readonly Line[],
  zone: { readonly first: number; readonly last: number },
): SummaryTable['form'] {
  let form: SummaryTable['form'] = 'lines'
  for (let at = zone.first; at < zone.last; at++) {
    const line = lines[at] as Line
    if (line.isPiped) return 'pipe'
    if (text.slice(line.from, line.end).includes('\t')) return 'tab'
    if (isSetApart(text, line, tightGap)) form = 'columns'
  }
  return form
}

/** Matches the table as one sequence with the type's order; group rows are weak evidence. */
function placeEntries(labelled: readonly Labelled[], type: ReportType): readonly SummaryEntry[] {
  const orders = align(
    labelled.map(({ definitions, isMeant }) => ({
      places: definitions.map(each => ({
        order: each.order,
        weight: each.kind === 'row' ? (isMeant ? 5 : 10) : 1,
      })),
    })),
    type.rows.length,
  )
  const taken = new Set(orders.filter(order => order !== undefined))
  const entries = labelled.map((each, at): SummaryEntry => {
    const order = orders[at]
    if (order !== undefined) return entryOf(each, type.rows[order], 'in-order')
    const vacant = each.definitions.find(definition => !taken.has(definition.order))
    if (vacant !== undefined && vacant.kind === 'row') taken.add(vacant.order)
    const definition = vacant ?? (each.isMeant ? undefined : each.definitions[0])
    if (definition === undefined) return entryOf(each, undefined, 'unknown')
    return entryOf(each, definition, vacant === undefined ? 'duplicate' : 'misplaced')
  })
  const around = aroundOf(entries)
  return entries.map((entry, at) =>
    entry.placement === 'in-order' ? entry : withPlace(entry, at, around),
  )
}

/** The entries in order, arranged for the questions asked about them. */
interface Around {
  /** All of them; their orders rise. */
  readonly inOrder: readonly SummaryEntry[]
  readonly indexOf: ReadonlyMap<RowDefinition | undefined, number>
  /** For each entry the last row in order above it, and the first below it. */
  readonly above: readonly (SummaryEntry | undefined)[]
  readonly below: readonly (SummaryEntry | undefined)[]
}

function aroundOf(entries: readonly SummaryEntry[]): Around {
  const inOrder = entries.filter(entry => entry.placement === 'in-order')
  const isRow = (entry: SummaryEntry) => entry.kind === 'row' && entry.placement === 'in-order'
  let row: SummaryEntry | undefined
  const above = entries.map(entry => {
    const before = row
    if (isRow(entry)) row = entry
    return before
  })
  row = undefined
  const below: (SummaryEntry | undefined)[] = []
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at] as SummaryEntry
    below[at] = row
    if (isRow(entry)) row = entry
  }
  const indexOf = new Map(
    entries.flatMap((entry, at) =>
      entry.placement === 'in-order' ? [[entry.definition, at] as const] : [],
    ),
  )
  return { inOrder, indexOf, above, below }
}

function entryOf(
  { label, more, words, line, cell, grade }: Labelled,
  definition: RowDefinition | undefined,
  placement: SummaryEntry['placement'],
): SummaryEntry {
  return {
    kind: definition?.kind ?? 'unknown',
    label,
    more,
    words,
    line,
    cell,
    grade,
    definition,
    placement,
    rightGroup: undefined,
    before: undefined,
  }
}

/** Where a row out of order belongs, and whether a group row is rightly repeated. */
function withPlace(entry: SummaryEntry, at: number, around: Around): SummaryEntry {
  const { definition } = entry
  if (definition === undefined) return entry
  const before = firstAfter(around.inOrder, definition.order)
  if (definition.kind === 'row') return { ...entry, before }
  const rightGroup = around.below[at]?.definition?.parent
  for (let group = rightGroup; group !== undefined; group = group.parent) {
    if (group !== definition && normalTitle(group.title) !== normalTitle(definition.title)) continue
    if (isOpened(group, at, around)) return { ...entry, definition: group, placement: 'reopened' }
    return { ...entry, definition: group, placement: 'misplaced', before }
  }
  return { ...entry, placement: 'misplaced', rightGroup, before }
}

/** The first of the entries in order that belongs after the given place. */
function firstAfter(inOrder: readonly SummaryEntry[], order: number): SummaryEntry | undefined {
  let [low, high] = [0, inOrder.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inOrder[middle]?.definition?.order ?? -1) > order) high = middle
    else low = middle + 1
  }
  return inOrder[low]
}

/**
 * Has the group been opened before, or are rows of a nested group directly before it? A title among the first
 * rows of its own group is too late.
 */
function isOpened(group: RowDefinition, at: number, around: Around): boolean {
  if ((around.indexOf.get(group) ?? at) < at) return true
  return around.above[at]?.definition?.parent !== group
}
