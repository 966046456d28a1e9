/** The judgements of a report and the grades they may have, to choose from. */

import type { Judgement, Report } from '../../report/model'
import { judgementAround } from '../navigate/places'
import { plainLine } from '../wording/section-title'

export interface GradeChoice {
  /** As it is written: `good`. */
  readonly word: string
  readonly number: number | null
  /** What it says about a service; empty where the type does not say. */
  readonly meaning: string
}

export interface JudgementChoice {
  readonly title: string
  /** The parts it is in, outermost first: titles repeat in them. */
  readonly part: readonly string[]
  /** The word of its grade; null where none is stated, or its places differ. */
  readonly grade: string | null
  /** What its places say, where they differ: `good, adequate`; otherwise empty. */
  readonly differing: readonly string[]
  /** Where it is: its heading, otherwise its row. */
  readonly offset: number
}

/** The scale in its order. */
export function gradeChoices({ type }: Report): readonly GradeChoice[] {
  return (type.scale?.grades ?? []).map(({ word, number, meaning }) => ({
    word,
    number: number ?? null,
    meaning: meaning ?? '',
  }))
}

/** The judgements in the type's order, and which of them is at `offset`. */
export function judgementChoices(
  report: Report,
  offset: number,
): { readonly judgements: readonly JudgementChoice[]; readonly at: number | null } {
  const around = judgementAround(report, offset)
  const at = around === undefined ? -1 : report.judgements.indexOf(around)
  return { judgements: report.judgements.map(choiceOf), at: at === -1 ? null : at }
}

function choiceOf({ title, part, grade, mentions, section, row }: Judgement): JudgementChoice {
  const stated = mentions.flatMap(mention => mention.grade?.word ?? [])
  return {
    title: plainLine(title),
    part,
    grade: grade?.word ?? null,
    differing: grade === undefined ? [...new Set(stated)] : [],
    offset: section?.heading.title.start ?? row?.label.start ?? 0,
  }
}
