/** How a judgement is called in VS Code's search over all reports. */

/** As the server tells it: "Staying safe – good" in "Westmarch, 2011". */
export interface FoundSymbol {
  readonly name: string
  readonly containerName: string
}

/**
 * The name that begins with what the first word that is searched for is a part of: the judgement, its grade
 * or the report. VS Code asks for that word only, and then takes names in which all that was typed stands
 * in its order; so `good westmarch` and `westmarch good` find the same judgements by different names.
 */
export function symbolName({ name, containerName }: FoundSymbol, query: string): string {
  const dash = name.lastIndexOf(' – ')
  const judgement = dash < 0 ? name : name.slice(0, dash)
  const grade = dash < 0 ? '' : name.slice(dash + 3)
  const [asked = ''] = wordsOf(query)
  const begins = (words: string): boolean => wordsOf(words).some(word => word.startsWith(asked))
  const orders = [
    [judgement, grade, containerName],
    [grade, judgement, containerName],
    [containerName, judgement, grade],
  ]
  const order = orders.find(([first = '']) => begins(first)) ?? orders[0] ?? []
  return order.filter(part => part !== '').join(' – ')
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
