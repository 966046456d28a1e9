/** What has changed in a report since an earlier version of it. */

import type { Judgement, Report, Section } from '../../report/model'
import { finish, type Steps } from '../../text/steps'
import { type ReportOutcome, reportOutcome } from '../wording/report-outcome'
import { gradeInWords, judgementKey } from '../wording/stated-grade'
import { matchPassages } from './match-passages'
import type { PassageChange } from './passage-change'
import { type Passage, passagesOf } from './passages'
import { followedNumbers, onlyFollows } from './renumbered'
import { compareWords } from './words'

export interface VersionComparison {
  readonly grades: readonly GradeChange[]
  /** The outcomes of a type that has outcomes instead of grades, where they differ. */
  readonly outcomes: OutcomeChange | undefined
  readonly sections: {
    readonly added: readonly Section[]
    readonly removed: readonly Section[]
  }
  /**
   * Every passage of both versions, in the order of the present one; those removed are where they used to be.
   */
  readonly passages: readonly PassageChange[]
  /** Does nothing differ but white space, emphasis, notes and page furniture? */
  readonly isSame: boolean
  /** The share of the earlier passages that are still there, from 0 to 1; low for a different report. */
  readonly kept: number
}

/** A judgement whose grade differs; undefined on the side that has no such judgement. */
export interface GradeChange {
  readonly earlier: Judgement | undefined
  readonly present: Judgement | undefined
}

export interface OutcomeChange {
  readonly earlier: ReportOutcome | undefined
  readonly present: ReportOutcome | undefined
}

/** Compares two versions of one report. */
export function compareVersions(earlier: Report, present: Report): VersionComparison {
  return finish(compareSteps(earlier, present))
}

/** How many passages are compared in one step. */
const passagesInStep = 50

/** The same, in steps. */
export function* compareSteps(earlier: Report, present: Report): Steps<VersionComparison> {
  const then = passagesOf(earlier)
  yield
  const now = passagesOf(present)
  yield
  const { pairs, moved, earlierHolder, presentHolder } = yield* matchPassages(then, now)
  yield
  const sections = sectionChanges(earlier, present)
  const changedSections = new Set([...sections.added, ...sections.removed])
  const nowOf = new Map([...pairs].map(([index, before]) => [before, now[index]]))
  const followed = followedNumbers(earlier, then, ({ index }) => nowOf.get(index))
  yield
  const changeOf = (passage: Passage): PassageChange => {
    const before = pairs.get(passage.index)
    const found = before === undefined ? undefined : then[before]
    if (found === undefined) {
      const holder = then[earlierHolder.get(passage.index) ?? -1]
      return { ...nothing, kind: 'added', present: passage, holder }
    }
    const hasSameWords = sameWords(found.words, passage.words)
    const runs = hasSameWords ? [] : compareWords(found.words, passage.words)
    // "See paragraph 15" after "see paragraph 14" says the same where 14 is now 15.
    const numbers = followed.get(found.index)
    const isSame = hasSameWords || (numbers !== undefined && onlyFollows(runs, numbers))
    return {
      ...nothing,
      kind: isSame ? 'same' : 'reworded',
      moved: moved.has(passage.index) || hasChangedSection(found, passage, changedSections),
      renumbered: found.label !== passage.label,
      earlier: found,
      present: passage,
      runs: isSame ? [] : runs,
    }
  }
  const kept = new Set(pairs.values())
  const removed = then
    .filter(({ index }) => !kept.has(index))
    .map((passage): PassageChange => {
      const holder = now[presentHolder.get(passage.index) ?? -1]
      return { ...nothing, kind: 'removed', earlier: passage, holder }
    })
  const changes: PassageChange[] = []
  for (const [index, passage] of now.entries()) {
    changes.push(changeOf(passage))
    if (index % passagesInStep === 0) yield
  }
  const passages = interleaved(changes, removed)
  const grades = gradeChanges(earlier, present)
  return {
    grades,
    outcomes: outcomeChange(earlier, present),
    sections,
    passages,
    isSame:
      grades.length + changedSections.size === 0 &&
      passages.every(({ kind, moved, renumbered }) => kind === 'same' && !moved && !renumbered),
    kept: then.length === 0 ? 1 : pairs.size / then.length,
  }
}

const nothing: PassageChange = {
  kind: 'same',
  moved: false,
  renumbered: false,
  earlier: undefined,
  present: undefined,
  runs: [],
  holder: undefined,
}

/** Quotation marks, dashes and the like differ between copies of one text. */
function sameWords(a: string, b: string): boolean {
  return a === b || withPlainSigns(a) === withPlainSigns(b)
}

function withPlainSigns(words: string): string {
  return words
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
}

/** A heading that was put in or taken out leaves the paragraphs around it where they were. */
function hasChangedSection(
  { section: then }: Passage,
  { section: now }: Passage,
  changed: ReadonlySet<Section>,
): boolean {
  if (then === undefined || now === undefined || changed.has(then) || changed.has(now)) return false
  return then.definition.id !== now.definition.id
}

function sectionChanges(earlier: Report, present: Report): VersionComparison['sections'] {
  return {
    added: notIn(present.sections, earlier.sections),
    removed: notIn(earlier.sections, present.sections),
  }
}

/** The sections that the others lack; copies of a section that may appear several times are counted. */
function notIn(sections: readonly Section[], others: readonly Section[]): readonly Section[] {
  const counts = new Map<string, number>()
  for (const { definition } of others)
    counts.set(definition.id, (counts.get(definition.id) ?? 0) + 1)
  return sections.filter(({ definition }) => {
    const count = counts.get(definition.id) ?? 0
    counts.set(definition.id, count - 1)
    return count <= 0
  })
}

function gradeChanges(earlier: Report, present: Report): readonly GradeChange[] {
  const before = new Map(earlier.judgements.map(each => [judgementKey(each), each]))
  const changes: GradeChange[] = []
  for (const judgement of present.judgements) {
    const found = before.get(judgementKey(judgement))
    before.delete(judgementKey(judgement))
    const words = found === undefined ? '' : gradeInWords(found)
    if (words !== gradeInWords(judgement)) changes.push({ earlier: found, present: judgement })
  }
  for (const judgement of before.values())
    if (gradeInWords(judgement) !== '') changes.push({ earlier: judgement, present: undefined })
  return changes
}

function outcomeChange(then: Report, now: Report): OutcomeChange | undefined {
  const [earlier, present] = [reportOutcome(then), reportOutcome(now)]
  return earlier?.words === present?.words ? undefined : { earlier, present }
}

/** Puts each removed passage before the first unmoved passage that used to follow it. */
function interleaved(
  changes: readonly PassageChange[],
  removed: readonly PassageChange[],
): readonly PassageChange[] {
  const result: PassageChange[] = []
  let next = 0
  for (const change of changes) {
    const before = change.moved ? -1 : (change.earlier?.index ?? -1)
    while ((removed[next]?.earlier?.index ?? Number.POSITIVE_INFINITY) < before)
      result.push(removed[next++] as PassageChange)
    result.push(change)
  }
  return [...result, ...removed.slice(next)]
}
