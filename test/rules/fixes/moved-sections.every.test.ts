/** "Move … to its place": a section of any report that was moved is moved back. */

import assert from 'node:assert/strict'
import type { Section } from '../../../server/src/report/model'
import { checkReport } from '../../../server/src/rules/run'
import { applyEdits } from '../../../server/src/text/edits'
import { asPlainText, finishedReports, read, sectionsIn } from '../../support/finished-reports'
import { partOf } from '../../support/tier'

const reports = finishedReports().flatMap(({ name, text }) => [
  { name: `${name}, in Markdown`, text },
  { name: `${name}, as plain text`, text: asPlainText(text) },
])

/** The text with the section before another one with the same parent, or at the end; undefined where it is there. */
function moved(text: string, { extent }: Section, before: Section | undefined): string | undefined {
  const to = before?.span.start ?? text.length
  if (to >= extent.start && to <= extent.end) return undefined
  const own = text.slice(extent.start, extent.end)
  const gap = (above: string) => (above.endsWith('\n\n') ? '' : '\n')
  if (to < extent.start)
    return `${text.slice(0, to)}${own}${gap(own)}${text.slice(to, extent.start)}${text.slice(extent.end)}`
  const above = text.slice(0, extent.start) + text.slice(extent.end, to)
  return above + gap(above) + own + text.slice(to)
}

/** Each text in which one section is out of order, with what it was. */
function* movedOnce(text: string): Generator<{ readonly copy: string; readonly section: Section }> {
  const { sections } = read(text)
  for (const section of sections)
    for (const before of [...sections, undefined]) {
      if (before?.definition.parent !== section.definition.parent) continue
      const copy = section.definition.anywhere ? undefined : moved(text, section, before)
      if (copy !== undefined) yield { copy, section }
    }
}

const outOfOrder = (text: string) =>
  checkReport(read(text)).filter(({ rule }) => rule.id === 'misplaced-section')

describe('a section that was moved', () => {
  for (const { name, text } of reports)
    it(`is moved back, and the text is as it was: ${name}`, () => {
      for (const { copy } of partOf([...movedOnce(text)])) {
        const [problem, ...more] = outOfOrder(copy)
        // Past several sections that are shorter than it, those are out of order.
        if (problem === undefined || more.length > 0) continue
        const after = applyEdits(copy, problem.fixes?.()[0]?.edits ?? [])
        assert.equal(after.trimEnd(), text.trimEnd(), problem.message)
      }
    })

  for (const { name, text } of partOf(reports))
    it(`is not put after one that may be anywhere: ${name}`, () => {
      const { sections, type } = read(text)
      const [sample] = sections
      for (const definition of type.sections) {
        if (!definition.anywhere || sections.some(each => each.definition === definition)) continue
        const neighbours = sections.filter(each => each.definition.parent === definition.parent)
        for (const beside of neighbours) {
          const title =
            (beside.heading.marks.text || (sample?.heading.marks.text ?? '')) + definition.title
          const at = beside.span.start
          const whole = `${text.slice(0, at)}${title}\n\nMuch is done well.\n\n${text.slice(at)}`
          const free = new Set(type.sections.filter(each => each.anywhere).map(each => each.id))
          const isBound = (each: string) => !free.has(each.split(' ', 1)[0] ?? '')
          const order = sectionsIn(text).filter(isBound)
          for (const { copy } of partOf([...movedOnce(whole)])) {
            const [problem, ...more] = outOfOrder(copy)
            if (problem === undefined || more.length > 0) continue
            const after = applyEdits(copy, problem.fixes?.()[0]?.edits ?? [])
            const kept = sectionsIn(after).filter(isBound)
            assert.deepEqual(kept, order, problem.message)
          }
        }
      }
    })
})

describe('the first heading below the table of judgements', () => {
  it('is no row of it, though only sentences are between them', () => {
    for (const { name, text } of reports) {
      if (!name.includes('ilacs') || !name.includes('plain')) continue
      const { sections } = read(text)
      const [first, second] = sections
      assert.ok(first !== undefined && second !== undefined)
      const copy = text.slice(0, first.extent.start) + text.slice(second.extent.start)
      assert.deepEqual(sectionsIn(copy), sectionsIn(text).slice(1))
    }
  })
})
