/** The difference between two versions of a file, as `fix --dry-run` shows it. */

import { formatPatch, type StructuredPatchHunk } from 'diff'
import type { Colors } from 'picocolors/types'
import { type Difference, differences } from '../../text/differences'
import { linesOf } from '../../text/line-edits'
import { finish } from '../../text/steps'

/** How many unchanged lines are shown around each change. */
const context = 3

/** A unified difference, with three unchanged lines around each change. */
export function difference(path: string, before: string, after: string, colours: Colors): string {
  const [old, now] = [linesOf(before), linesOf(after)]
  const patch = formatPatch({
    oldFileName: path,
    newFileName: path,
    oldHeader: 'as it is',
    newHeader: 'fixed',
    hunks: together(finish(differences(old, now))).map(changes => hunkOf(old, now, changes)),
  })
  return patch
    .split('\n')
    .filter(line => !/^(Index: |=+$)/.test(line))
    .map(line => paint(line, colours))
    .join('\n')
}

/** Changes whose unchanged lines would meet are shown together. */
function together(changes: readonly Difference[]): readonly (readonly Difference[])[] {
  const groups: Difference[][] = []
  for (const change of changes) {
    const last = groups.at(-1)
    const end = last?.at(-1)?.before.end
    if (last === undefined || end === undefined || change.before.start - end > 2 * context)
      groups.push([change])
    else last.push(change)
  }
  return groups
}

function hunkOf(
  old: readonly string[],
  now: readonly string[],
  changes: readonly Difference[],
): StructuredPatchHunk {
  const [first] = changes as readonly [Difference, ...Difference[]]
  const last = changes.at(-1) as Difference
  const lead = Math.min(context, first.before.start)
  const start = first.before.start - lead
  const end = Math.min(old.length, last.before.end + context)
  const lines: string[] = []
  const write = (sign: string, from: readonly string[], stretch: Difference['before']): void => {
    for (const line of from.slice(stretch.start, stretch.end)) {
      lines.push(sign + line.replace(/\n$/, ''))
      if (!line.endsWith('\n')) lines.push('\\ No newline at end of file')
    }
  }
  let at = start
  for (const { before, after } of changes) {
    write(' ', old, { start: at, end: before.start })
    write('-', old, before)
    write('+', now, after)
    at = before.end
  }
  write(' ', old, { start: at, end })
  return {
    oldStart: start + 1,
    oldLines: end - start,
    newStart: first.after.start - lead + 1,
    newLines: last.after.end + (end - last.before.end) - (first.after.start - lead),
    lines,
  }
}

function paint(line: string, colours: Colors): string {
  if (/^(---|\+\+\+) /.test(line)) return colours.bold(line)
  if (line.startsWith('@@')) return colours.cyan(line)
  if (line.startsWith('+')) return colours.green(line)
  if (line.startsWith('-')) return colours.red(line)
  return line
}
