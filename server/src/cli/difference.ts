/** The difference between two versions of a file, as `fix --dry-run` shows it. */

import { createTwoFilesPatch } from 'diff'
import type { Colors } from 'picocolors/types'

/** A unified difference, with three unchanged lines around each change. */
export function difference(path: string, before: string, after: string, colours: Colors): string {
  const patch = createTwoFilesPatch(path, path, before, after, 'as it is', 'fixed', { context: 3 })
  return patch
    .split('\n')
    .filter(line => !/^(Index: |=+$)/.test(line))
    .map(line => paint(line, colours))
    .join('\n')
}

function paint(line: string, colours: Colors): string {
  if (/^(---|\+\+\+) /.test(line)) return colours.bold(line)
  if (line.startsWith('@@')) return colours.cyan(line)
  if (line.startsWith('+')) return colours.green(line)
  if (line.startsWith('-')) return colours.red(line)
  return line
}
