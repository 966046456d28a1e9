/** Changes of a text that goes on changing. */

/** Offsets are those of the text before the change, in UTF-16 code units. */
export interface TextChange {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text once the changes are made, which are in order and do not touch one another. */
export function applied(text: string, changes: readonly TextChange[]): string {
  let result = ''
  let at = 0
  for (const change of changes) {
    result += text.slice(at, change.start) + change.text
    at = change.end
  }
  return result + text.slice(at)
}

/**
 * Edits, in order, moved to where they belong after later changes, each of which applies to the text as those before
 * it leave it; undefined if a change touches an edit. Words right after an edit's place, or right before it, do not.
 */
export function carried(
  edits: readonly TextChange[],
  changes: readonly TextChange[],
): readonly TextChange[] | undefined {
  let placed = edits
  for (const change of changes) {
    if (placed.some(edit => edit.end > change.start && edit.start < change.end)) return undefined
    const isInside = (edit: TextChange) => edit.start < change.start && change.start < edit.end
    if (placed.some(isInside)) return undefined
    placed = placed.map(edit =>
      change.start >= edit.end
        ? edit
        : { ...edit, start: edit.start + growth(change), end: edit.end + growth(change) },
    )
  }
  return placed
}

/** By how much the text grows. */
export function growth({ start, end, text }: TextChange): number {
  return text.length - (end - start)
}
