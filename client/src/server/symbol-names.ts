/** What a judgement is called in VS Code's search over all reports. */

/** "Staying safe – good" in "Westmarch, 2011". */
export interface SymbolName {
  readonly name: string
  readonly containerName: string
}

/**
 * The name for a search: it begins with whichever of judgement, grade and report has the first word in it.
 * VS Code asks for that word only. It then keeps the names that have everything that was typed, in that order,
 * or whose container has the other words; so `staying westmarch`, `westmarch good` and `good westmarch
 * staying` find the same judgement.
 */
export function symbolName({ name, containerName: report }: SymbolName, query: string): SymbolName {
  const dash = name.lastIndexOf(' – ')
  const judgement = dash < 0 ? name : name.slice(0, dash)
  const grade = dash < 0 ? '' : name.slice(dash + 3)
  const [asked = ''] = wordsOf(query)
  const begins = (words: string): boolean => wordsOf(words).some(word => word.startsWith(asked))
  if (begins(judgement)) return named([judgement, grade, report], [])
  if (begins(grade)) return named([grade, judgement, report], [report, judgement])
  if (begins(report)) return named([report, judgement, grade], [grade, judgement])
  return named([judgement, grade, report], [])
}

function named(name: readonly string[], container: readonly string[]): SymbolName {
  return { name: joined(name), containerName: joined(container) }
}

function joined(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' – ')
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
