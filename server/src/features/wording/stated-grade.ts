/** What a report says of a judgement, in words. */

import type { Judgement } from '../../report/model'
import type { Grade } from '../../types/report-type'

/** `good`; `good / adequate` where its places differ; empty where none states a grade. */
export function gradeInWords({ grade, mentions }: Judgement): string {
  if (grade !== undefined) return grade.word
  const words = mentions.flatMap(mention => mention.grade?.word ?? [])
  return [...new Set(words)].join(' / ')
}

/** The grade on which all places that state one agree; undefined where they differ. */
export function agreedGrade({ grade, disagreement }: Judgement): Grade | undefined {
  return disagreement === undefined ? grade : undefined
}

/** Where to go to read it: its grade, otherwise the first place that names it. */
export function placeOf({ mentions, section, row }: Judgement): number {
  const stating = mentions.find(({ kind, grade }) => kind === 'grade' && grade !== undefined)
  const first = stating ?? mentions[0]
  return first?.span.start ?? section?.heading.title.start ?? row?.label.start ?? 0
}

/** `Quality of provision (Safeguarding services)`: titles repeat in the parts of a report. */
export function fullTitle({ title, part }: Pick<Judgement, 'title' | 'part'>): string {
  return part[0] === undefined ? title : `${title} (${part[0]})`
}

/** The key by which a judgement is found again in another report of its type. */
export function judgementKey({ definition, title, part }: Judgement): string {
  return definition.id ?? [...part, title].join(' > ').toLowerCase()
}
