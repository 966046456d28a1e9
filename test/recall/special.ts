/** Defects of what only some types of reports have: timescales, limits, outcomes, annexes, footers. */

import type { Judgement, Report } from '../../server/src/report/model'
import { annexesOf } from '../../server/src/report/sections/annexes'
import { timescaleStretches } from '../../server/src/report/sections/timescale-order'
import { regradeRow, regradeSection } from '../../server/src/rules/fixes/grades'
import { insert, replace, type TextEdit } from '../../server/src/text/edits'
import { everyWords } from '../../server/src/text/title-words'
import { defect, endsLine, expected, type Generator, move } from './defect'

/** The first timescale is after the last, or the last before the first. */
export const misplacedTimescale: Generator = function* (report) {
  for (const section of report.sections) {
    const stretches = timescaleStretches(report, section)
    const first = stretches[0]
    const last = stretches.at(-1)
    if (first === undefined || last === undefined || first === last) continue
    if (!endsLine(report.text, last.extent.end)) continue
    const heading = first.timescale.heading
    yield defect(
      `"${heading.text}" stands last`,
      move(report.text, first.extent, last.extent.end, heading),
    )
    const twice = [replace(last.timescale.heading, expected(heading.text))]
    yield defect(`"${heading.text}" stands twice`, twice, { undoable: false })
    if (stretches.length < 3) continue
    yield defect(
      `"${last.timescale.heading.text}" stands first`,
      move(report.text, last.extent, first.extent.start, last.timescale.heading),
    )
  }
}

/** What was under a timescale is gone. */
export const emptyTimescale: Generator = function* (report) {
  for (const section of report.sections) {
    for (const { timescale, extent } of timescaleStretches(report, section)) {
      yield defect(
        `nothing under "${timescale.heading.text}"`,
        [replace({ start: timescale.line.end, end: extent.end }, '\n')],
        { at: [timescale.heading], undoable: false },
      )
    }
  }
}

/** The words of another section's standard sentence are in a section. */
export const mismatchedStandardSentence: Generator = function* (report) {
  const { standardSentences } = report.type
  for (const own of standardSentences) {
    const section = report.sections.find(({ definition }) => definition === own.section)
    const other = standardSentences.find(({ section: at }) => at !== own.section)
    if (section === undefined || other === undefined) continue
    const { start, end } = section.span
    const [found] = everyWords(report.text.slice(start, end), own.words)
    if (found === undefined) continue
    const span = { start: start + found.start, end: start + found.end }
    yield defect(`"${section.heading.title.text}" has the sentence of the other part`, [
      replace(span, expected(other.words)),
    ])
  }
}

/** A judgement that limits another is as bad as the limit has it, wherever its grade is. */
export const breachedLimit: Generator = function* (report) {
  const judgement = (definition: Judgement['definition']) =>
    report.judgements.find(each => each.definition === definition)
  for (const { of, is, limited, atLeast } of report.type.limits) {
    const grade = is[0]
    const target = judgement(limited)
    const statement = target?.section?.grade ?? target?.row?.grade
    if (grade === undefined || statement === undefined || atLeast > 1) continue
    // Already as bad as the limit would have it.
    if (statement.grade !== undefined && is.includes(statement.grade)) continue
    for (const cause of of.map(judgement)) {
      if (cause?.section === undefined) continue
      const edits: readonly TextEdit[] = [
        ...regradeSection(report, cause.section, grade),
        ...regradeRow(report, cause, grade),
      ]
      yield defect(`"${cause.title}" is "${grade.word}"`, edits, {
        at: [statement.span],
        undoable: false,
      })
    }
  }
}

/** A section is in the report that its outcome does not allow. */
export const mismatchedOutcome: Generator = function* (report) {
  const { outcomes } = report.type
  const section = report.sections.find(({ definition }) => definition === outcomes?.section)
  if (outcomes === undefined || section === undefined) return
  const stated = outcomes.of.find(({ words }) =>
    words.some(each => report.text.toLowerCase().includes(each.toLowerCase())),
  )
  for (const { title, order } of stated?.excludes ?? []) {
    const before = report.sections.findLast(({ definition }) => definition.order < order)
    if (before === undefined || !endsLine(report.text, before.extent.end)) continue
    const { marks } = section.heading
    const text = `\n${marks.text}${expected(title)}\n\n- The response to children who go missing.\n\n`
    yield defect(`a section "${title}"`, [insert(before.extent.end, text)], { undoable: false })
  }
}

/** A letter without grades gives one: after a heading, on a line of its own, in a sentence. */
export const ungradedLetter: Generator = function* (report) {
  if (!report.type.letter) return
  for (const { definition, heading, blocks } of report.sections) {
    const { start, end, text } = heading.title
    // What follows the beginning of a title is the writer's own.
    if (!definition.prefix && !text.endsWith('?'))
      yield defect(`grade behind "${text}"`, [insert(end, ': good')], {
        at: [{ start, end: end + 6 }],
        undoable: false,
        along: ['missing-section', 'empty-section'],
      })
    const line = `\n${expected('Grade 2 (good)')}\n`
    yield defect(`grade under "${heading.title.text}"`, [insert(heading.line.end, line)], {
      undoable: false,
    })
    const paragraph = blocks.find(({ kind }) => kind === 'paragraph')
    if (paragraph === undefined) continue
    const sentence = ` ${expected('Overall effectiveness is requires improvement to be good')}.`
    yield defect('grade in a sentence', [insert(paragraph.content.end, sentence)], {
      undoable: false,
    })
  }
}

/** A reference names an annex after the last. */
export const unresolvedAnnex: Generator = function* (report) {
  const { references, listed } = annexesOf(report)
  for (const { at, annex } of references) {
    if (annex === undefined || references.filter(each => each.annex === annex).length < 2) continue
    yield defect(`a reference to annex ${listed.length + 1}`, [
      replace(at, expected(String(listed.length + 1))),
    ])
  }
}

/** An annex is listed, but nothing refers to it. */
export const unusedAnnex: Generator = function* (report) {
  const last = annexesOf(report).listed.at(-1)
  if (last === undefined) return
  const end = report.lines.start(report.lines.lineAt(last.label.start) + 1)
  const name = Number(last.name) + 1
  if (!endsLine(report.text, end)) return
  yield defect('one annex more', [insert(end, `${expected(`Annex ${name}`)}: Minutes\n`)], {
    undoable: false,
  })
}

/** The cover has other dates than the footers. */
export const mismatchedFooter: Generator = function* (report) {
  const ids = new Set(report.type.footer?.fields)
  const isThere = ({ kind, start, end }: Report['blocks'][number], year: string) =>
    kind === 'furniture' && report.text.slice(start, end).includes(year)
  for (const { id, value, dates } of report.cover.fields) {
    if (!ids.has(id) || dates === undefined) continue
    const first = /\d+/.exec(value.text)
    const hasDates = report.blocks.some(block => isThere(block, dates.to.slice(0, 4)))
    if (first === null || !hasDates) continue
    const start = value.start + first.index
    const day = { start, end: start + first[0].length }
    const places = report.blocks.filter(({ kind }) => kind === 'furniture')
    yield defect('the cover has another first day', [replace(day, '1')], {
      at: [...places, value],
      // The last day may then be before the first.
      or: ['mismatched-dates'],
    })
  }
}
