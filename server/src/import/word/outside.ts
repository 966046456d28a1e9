/** What makes Word fetch or run something when a document is opened, or leads to somebody's computer. */

/** How the instructions of fields begin that fetch something when Word brings them up to date. */
const fetching: ReadonlySet<string> = new Set([
  'INCLUDEPICTURE',
  'INCLUDETEXT',
  'INCLUDE',
  'IMPORT',
  'LINK',
  'DDE',
  'DDEAUTO',
  'DATABASE',
  'RD',
])

/** Does a field with this instruction fetch pictures, texts or data? */
export function isFetching(instruction: string): boolean {
  const kind = /^\w+/.exec(instruction.trim())?.[0] ?? ''
  return fetching.has(kind.toUpperCase())
}

/** Relations to parts that bring content, programs or add-ins of their own, by the ends of their types. */
const active =
  /\/(?:aFChunk|vbaProject|wordVbaData|attachedToolbars|keyMapCustomizations|control|activeXControlBinary|webextension\w*)$/

export function isActive(type: string): boolean {
  return active.test(type)
}

/**
 * Is it something to click that leads to a page or a mailbox? A shared folder does not count: it may be contacted
 * without a click.
 */
export function isClickable(type: string, target: string): boolean {
  return type.endsWith('/hyperlink') && /^(?:https?|mailto):/i.test(target)
}

/** Is it outside the file: with a scheme, on another computer, or anywhere else on this one? */
export function isAddress(target: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(target)
}
