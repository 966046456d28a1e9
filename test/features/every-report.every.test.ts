/** What every feature must keep to on every report: the samples, and the published ones if they are there. */

import assert from 'node:assert/strict'
import { completion } from '../../server/src/features/complete/completion'
import { definition } from '../../server/src/features/navigate/definition'
import { folding } from '../../server/src/features/navigate/folding'
import { hover } from '../../server/src/features/navigate/hover'
import { links } from '../../server/src/features/navigate/links'
import { otherPlace } from '../../server/src/features/navigate/other-place'
import { references } from '../../server/src/features/navigate/references'
import { semanticTokens } from '../../server/src/features/navigate/semantic-tokens'
import { type ReportSymbol, symbols } from '../../server/src/features/navigate/symbols'
import type { Report } from '../../server/src/report/model'
import { parseReport } from '../../server/src/report/parse'
import { contains, type Span, touches } from '../../server/src/text/span'
import { builtInTypes } from '../../server/src/types/built-in'
import { clean, sample, sampleNames } from '../reports/samples'
import { publishedReports } from '../support/published'

for (const { name, text } of [
  ...sampleNames.map(each => ({ name: each, text: sample(each) })),
  ...publishedReports(),
]) {
  describe(`the features on ${name}`, () => {
    let report: Report
    before(() => {
      report = parseReport(text) ?? assert.fail('no report')
    })

    it('nest the outline', () => {
      checkNesting(symbols(report), { start: 0, end: text.length })
    })

    it('nest the folds', () => {
      const open: Span[] = []
      for (const { span } of folding(report)) {
        while (open.length > 0 && (open.at(-1) as Span).end <= span.start) open.pop()
        const around = open.at(-1)
        assert.ok(around === undefined || contains(around, span), `crossed at ${span.start}`)
        open.push(span)
      }
    })

    it('keep the tokens in order and apart', () => {
      let end = 0
      for (const token of semanticTokens(report)) {
        assert.ok(token.start >= end && token.end > token.start)
        assert.ok(!/[\r\n]/.test(text.slice(token.start, token.end)))
        end = token.end
      }
    })

    it('lead from each judgement to its row and back', () => {
      for (const { section, row } of report.judgements) {
        if (section === undefined || row === undefined) continue
        const { title } = section.heading
        const there: Span | undefined = definition(report, title.start)?.targets[0]?.selection
        assert.equal(there?.start, row.label.start)
        assert.equal(definition(report, row.label.start)?.targets[0]?.selection.start, title.start)
        const other = otherPlace(report, title.end)
        assert.ok(other !== undefined && touches(row.line, other.start))
        assert.ok(touches(section.extent, otherPlace(report, other.start)?.start ?? -1))
      }
    })

    it('offer nothing within a sentence', () => {
      for (const { kind, content } of report.blocks) {
        if (kind !== 'paragraph' && kind !== 'item') continue
        for (let offset = content.start + 1; offset < content.end; offset += 7) {
          if (report.placeholders.some(span => touches(span, offset))) continue
          const items = completion(report, offset)
          const isReference = /paragraphs?\s[\d\s,and]*$/.test(text.slice(offset - 30, offset))
          assert.ok(items.length === 0 || isReference, text.slice(offset - 30, offset))
        }
      }
    })
  })
}

describe('the features on a mutilated report', () => {
  it('answer, whatever is left of it', () => {
    const type = builtInTypes()[0]
    assert.ok(type)
    for (let cut = 0; cut < clean.length; cut += 397) {
      const text = clean.slice(0, cut) + clean.slice(cut + 150)
      answerEverywhere(parseReport(text, { type }) as Report, 211)
      answerEverywhere(parseReport(clean.slice(cut, cut + 800), { type }) as Report, 97)
    }
  })

  it('answer in an empty text', () => {
    for (const type of builtInTypes()) answerEverywhere(parseReport('', { type }) as Report, 1)
  })
})

function answerEverywhere(report: Report, step: number): void {
  checkNesting(symbols(report), { start: 0, end: report.text.length })
  folding(report)
  semanticTokens(report)
  links(report)
  for (let offset = 0; offset <= report.text.length; offset += step) {
    definition(report, offset)
    references(report, offset, true)
    otherPlace(report, offset)
    hover(report, offset)
    completion(report, offset)
  }
}

function checkNesting(list: readonly ReportSymbol[], around: Span): void {
  let end = around.start
  for (const { name, span, selection, children } of list) {
    assert.ok(contains(around, span), `${name}: outside of what it stands in`)
    assert.ok(contains(span, selection), `${name}: its title is outside of it`)
    assert.ok(span.start >= end, `${name}: begins in what stands before it`)
    end = span.end
    checkNesting(children, span)
  }
}
