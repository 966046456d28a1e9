/** Setting every judgement of every report there is: the samples, and the published ones if they are there. */

import assert from 'node:assert/strict'
import { setGrade } from '../../../server/src/features/edit/set-grade'
import type { GradeStatement, Judgement, Report } from '../../../server/src/report/model'
import { parseReport } from '../../../server/src/report/parse'
import { breachedLimit } from '../../../server/src/rules/breached-limit'
import { checkReport } from '../../../server/src/rules/run'
import { applyEdits } from '../../../server/src/text/edits'
import type { Grade } from '../../../server/src/types/report-type'
import { sample, sampleNames } from '../../reports/samples'
import { itHolds } from '../../support/known-failures'
import { publishedReports } from '../../support/published'
import { partOf } from '../../support/tier'

const published = publishedReports()

for (const { name, text } of partOf([
  ...sampleNames.map(each => ({ name: each, text: sample(each) })),
  ...published,
])) {
  describe(`the judgements of ${name}`, () => {
    itHolds('can be given another grade, and their own again', 'set grade', name, () => {
      const report = parseReport(text) ?? assert.fail('no report')
      const grades = report.type.scale?.grades ?? []
      if (grades.length === 0) return
      const problems = problemsOf(report)
      for (const [number, judgement] of report.judgements.entries()) {
        // Every grade in the samples; elsewhere one after the other, since there are many.
        const others = sampleNames.includes(name)
          ? grades
          : [grades[number % grades.length] as Grade]
        for (const grade of others)
          if (grade !== judgement.grade) checkChange(report, problems, judgement, grade)
      }
    })
  })
}

const southern = published.find(({ name }) => name.startsWith('001'))
if (southern !== undefined)
  describe('sentences of a published report that may have to follow', () => {
    const report = parseReport(southern.text)
    assert.ok(report)
    /** By the judgement's title and the number of its part: the places whose sentences name it with its grade. */
    const found = new Map(
      report.judgements.map(judgement => {
        const plan = setGrade(
          report,
          judgement.section?.heading.title.start ?? judgement.row?.label.start ?? 0,
          judgement.grade?.word === 'good' ? 'outstanding' : 'good',
        )
        assert.ok(!('error' in plan))
        const open = plan.changes.filter(({ ticked }) => !ticked)
        const part = judgement.part[0]?.startsWith('Safeguarding') === true ? 1 : 2
        return [`${judgement.title} ${part}`, open.map(({ label }) => label.split(':')[0])]
      }),
    )
    it('are those of paragraphs 14, 57 and 87, and no other', () => {
      assert.deepEqual(
        [...found].filter(([, open]) => open.length > 0),
        [
          [
            'The contribution of health agencies to keeping children and young people safe 1',
            ['Paragraph 14'],
          ],
          ['Economic well-being 2', ['Paragraph 87']],
          ['Performance management and quality assurance 2', ['Paragraph 57']],
        ],
      )
    })
  })

function checkChange(
  report: Report,
  problems: ReadonlyMap<string, number>,
  judgement: Judgement,
  grade: Grade,
): void {
  const what = `"${judgement.title}" to "${grade.word}"`
  const changed = given(report, judgement, grade)
  const there = sameJudgement(changed, judgement)
  assert.equal(there.grade, grade, `${what}: its places do not agree`)
  // Sentences that only their author can change are in the plan, without a tick, and are told until then.
  const left = planOf(report, judgement, grade).changes.filter(({ ticked }) => !ticked).length
  for (const [rule, count] of problemsOf(changed)) {
    const more = rule === 'contradicting-sentence' ? left : 0
    assert.ok(count <= (problems.get(rule) ?? 0) + more, `${what}: one more ${rule}`)
  }
  if (judgement.grade === undefined) return
  const back = given(changed, there, judgement.grade)
  if (isUsual(report.text, judgement)) {
    assert.equal(back.text, report.text, `${what}, and back`)
    return
  }
  // What was written in an unusual way is now written in the usual one, and stays so.
  const again = given(back, sameJudgement(back, judgement), grade)
  const end = given(again, sameJudgement(again, judgement), judgement.grade)
  assert.equal(end.text, back.text, `${what}, back, and the same again`)
}

/** The report in which the judgement has the grade. */
function given(report: Report, judgement: Judgement, grade: Grade): Report {
  const plan = planOf(report, judgement, grade)
  const changed = parseReport(
    applyEdits(
      report.text,
      plan.changes.filter(({ ticked }) => ticked),
    ),
  )
  assert.ok(changed !== undefined)
  return changed
}

function planOf(report: Report, judgement: Judgement, grade: Grade) {
  const at = judgement.section?.heading.title ?? judgement.row?.label
  assert.ok(at !== undefined)
  const plan = setGrade(report, at.start, grade.word)
  assert.ok(!('error' in plan), 'error' in plan ? plan.error : '')
  return plan
}

function sameJudgement({ judgements }: Report, { title, part }: Judgement): Judgement {
  const found = judgements.find(each => each.title === title && each.part.join() === part.join())
  assert.ok(found !== undefined, `"${title}" is gone`)
  return found
}

/** How many problems of each rule there are, apart from those with limits, which a grade may well breach. */
function problemsOf(report: Report): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of checkReport(report))
    if (rule !== breachedLimit) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1)
  return counts
}

/** Is every place written as the type has it: all there, not wrapped, with the scale's own word and one verb? */
function isUsual(text: string, { section, row, grade }: Judgement): boolean {
  const places = [section?.grade, row?.grade]
  const isWritten = (place: GradeStatement | undefined): boolean => {
    if (place?.word === undefined) return place?.numberGrade === grade
    if (place.unfinished || place.more !== undefined) return false
    if (place.number !== undefined && place.numberGrade !== grade) return false
    const before = text.slice(place.word.start - 4, place.word.start)
    const isVerbDoubled = /\bis\s+$/.test(before) && place.word.text.startsWith('requires')
    if (/\n\s*$/.test(before)) return false
    return !isVerbDoubled && /^[A-Z]?[a-z ]+$/.test(place.word.text) && isOwnWord(place, grade)
  }
  return places.every(
    (place, index) =>
      isWritten(place) || (place === undefined && (index === 0 ? section : row) === undefined),
  )
}

function isOwnWord({ word }: GradeStatement, grade: Grade | undefined): boolean {
  const written = word?.text.toLowerCase()
  return written === grade?.word || written === grade?.plural
}
