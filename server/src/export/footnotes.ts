/** Footnotes of a draft, `[^1]` and `[^1]: See the plan.`, as footnotes of a Word document. */

import type { Part, Run, Runs, TablePart } from './document'

/** The beginning of a footnote's text. */
const definition = /^\[\^(\d{1,3})\]:\s*/

/** Is it the text of a footnote, as an import writes it: `[^1]: See the council's own plan.`? */
export function isFootnote([first]: Runs): boolean {
  return first !== undefined && definition.test(first.text)
}

/**
 * The parts with each footnote at its mark, and without the paragraphs that held the texts.
 *
 * A mark takes the next text with its number, otherwise the last one before it, since each part of a draft may
 * count from 1. Marks without a text, and texts without a mark, stay as they are.
 */
export function withFootnotes(parts: readonly Part[]): readonly Part[] {
  const notes = new Map<string, Note[]>()
  for (const [at, part] of parts.entries()) {
    // On a page that is all cover, footnotes look like its lines.
    if (part.kind !== 'text' && !(part.kind === 'cover' && part.label === '')) continue
    const number = definition.exec(part.runs[0]?.text ?? '')?.[1]
    if (number === undefined) continue
    notes.set(number, [...(notes.get(number) ?? []), { at, runs: textOf(part.runs) }])
  }
  if (notes.size === 0) return parts
  const places = new Set([...notes.values()].flatMap(each => each.map(({ at }) => at)))
  const taken = new Set<number>()
  const marked = parts.map((part, at) =>
    places.has(at) ? part : withRuns(part, runs => marks(runs, at, notes, taken)),
  )
  return marked.filter((_, at) => !taken.has(at))
}

interface Note {
  /** The index of the part that holds its text. */
  readonly at: number
  readonly runs: Runs
}

/** The text of a footnote without its number. */
function textOf([first, ...rest]: Runs): Runs {
  return first === undefined
    ? []
    : [{ ...first, text: first.text.replace(definition, '') }, ...rest]
}

/** The runs, cut at marks that have a text; the text is noted as taken. */
function marks(
  runs: Runs,
  at: number,
  notes: ReadonlyMap<string, readonly Note[]>,
  taken: Set<number>,
): Runs {
  return runs.flatMap((run): Runs => {
    if (!run.text.includes('[^')) return [run]
    const pieces: Run[] = []
    let from = 0
    for (const { index, 0: mark, 1: number = '' } of run.text.matchAll(/\[\^(\d{1,3})\]/g)) {
      const left = (notes.get(number) ?? []).filter(note => !taken.has(note.at))
      const note = left.find(each => each.at > at) ?? left.at(-1)
      if (note === undefined) continue
      taken.add(note.at)
      if (index > from) pieces.push({ ...run, text: run.text.slice(from, index) })
      pieces.push({ text: '', footnote: note.runs })
      from = index + mark.length
    }
    if (from < run.text.length) pieces.push({ ...run, text: run.text.slice(from) })
    return pieces
  })
}

function withRuns(part: Part, change: (runs: Runs) => Runs): Part {
  if (part.kind === 'contents') return part
  if (part.kind === 'table') return withCells(part, change)
  return { ...part, runs: change(part.runs) }
}

function withCells(part: TablePart, change: (runs: Runs) => Runs): TablePart {
  return { ...part, rows: part.rows.map(row => ({ ...row, cells: row.cells.map(change) })) }
}
