/** A heading whose grade is after a tab or a line break in the same paragraph. */

import { singleSpaced } from '../../text/spaces'
import { builtInTypes } from '../../types/built-in'

export interface GradeApart {
  readonly title: string
  /** `Grade 2 (good)`, `Requires improvement`. */
  readonly grade: string
}

const begunGrade = /^Grade\s+\d/i

/**
 * The heading's title and its grade, the last of several; undefined where no grade is separate from the title.
 */
export function gradeApart(heading: string): GradeApart | undefined {
  const words = heading.trimEnd()
  for (const gap of [...words.matchAll(/\s+/g)].reverse()) {
    if (gap.index === 0 || !/[\t\n]/.test(gap[0])) continue
    const grade = words.slice(gap.index + gap[0].length)
    if (begunGrade.test(grade) || isGrade(grade)) return { title: words.slice(0, gap.index), grade }
  }
  return undefined
}

let grades: ReadonlySet<string> | undefined

/** Is it a grade of any kind of report? Which kind this one is is not known yet. */
function isGrade(words: string): boolean {
  grades ??= new Set(builtInTypes().flatMap(({ scale }) => [...(scale?.byWord.keys() ?? [])]))
  return grades.has(singleSpaced(words.toLowerCase()))
}
