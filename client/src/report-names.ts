/** What the names of files tell of the report that they hold. */

/**
 * The name without its endings and the count of its copies, in lower case, so that a draft has the name of what
 * it was imported from: `westmarch` of `Westmarch.pdf` and of `westmarch (2).inspection.md`.
 */
export function reportName(file: string): string {
  const bare = file.replace(/\.(?:md|txt|inspection|docx|pdf)$/i, '').replace(/\.inspection$/i, '')
  return bare.replace(/ \(\d+\)$/, '').toLowerCase()
}
