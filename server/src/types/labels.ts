/** The labels of cover fields, arranged to be looked for. */

import type { FieldDefinition, Label, Labels } from './report-type'

/** The fields that every report may have; they need a colon. */
const universal: readonly Label[] = ['status', 'report'].map(id => ({
  text: id,
  id,
  definition: undefined,
}))

export function labelsOf(fields: readonly FieldDefinition[]): Labels {
  const labels = new Map<string, Label[]>()
  const own = fields.flatMap(definition =>
    definition.labels.map(text => ({ text: text.toLowerCase(), id: definition.id, definition })),
  )
  for (const label of [...own, ...universal]) {
    const first = label.text.charAt(0)
    const group = labels.get(first)
    if (group === undefined) labels.set(first, [label])
    else group.push(label)
  }
  for (const group of labels.values()) group.sort((a, b) => b.text.length - a.text.length)
  return labels
}
