/** What an editor asks about a whole report, and what must be true of each answer. */

import assert from 'node:assert/strict'
import { previewOf } from '../../server/src/export/preview'
import { changeStatus } from '../../server/src/features/drafts/draft-status'
import { openPlaces } from '../../server/src/features/drafts/open-places'
import { insertSection, sectionChoices } from '../../server/src/features/edit/insert-section'
import {
  renumbered,
  updatedContents,
  updatedSections,
  updatedTable,
} from '../../server/src/features/edit/updates'
import { searchableJudgements } from '../../server/src/features/lists/judgement-search'
import { listJudgements } from '../../server/src/features/lists/judgements'
import { openMarks, resolveNotes } from '../../server/src/features/lists/notes'
import { overview } from '../../server/src/features/lists/overview'
import { pointsForAuthor } from '../../server/src/features/lists/points-for-author'
import { status } from '../../server/src/features/lists/status'
import { folding } from '../../server/src/features/navigate/folding'
import { lenses } from '../../server/src/features/navigate/lenses'
import { links } from '../../server/src/features/navigate/links'
import { semanticTokens } from '../../server/src/features/navigate/semantic-tokens'
import { type ReportSymbol, symbols } from '../../server/src/features/navigate/symbols'
import { pageAsHtml } from '../../server/src/features/page/html'
import { pageAsMarkdown } from '../../server/src/features/page/markdown'
import { commonText } from '../../server/src/text/characters'
import { contains, type Span } from '../../server/src/text/span'
import {
  type Asked,
  checkEdits,
  checkPlan,
  formattingOf,
  inside,
  insideAll,
  isOnOneLine,
  wholeOf,
} from './answers'

/** One kind of request about a whole report. */
export interface WholeRequest {
  readonly name: string
  /** Asks, and fails where the answer is not one that an editor can use. */
  readonly ask: (asked: Asked) => void
}

export const wholeRequests: readonly WholeRequest[] = [
  { name: 'problems', ask: checkFindings },
  {
    name: 'formatting',
    ask: ({ report }) => checkEdits(report, formattingOf(report)),
  },
  { name: 'outline', ask: ({ report }) => checkNesting(symbols(report), wholeOf(report)) },
  {
    name: 'tokens',
    ask: ({ report }) => {
      let end = 0
      for (const token of semanticTokens(report)) {
        assert.ok(token.start >= end && token.end > token.start, `a token at ${token.start}`)
        assert.ok(isOnOneLine(report, token), `a token over a line end at ${token.start}`)
        end = token.end
      }
      inside(report, { start: 0, end })
    },
  },
  {
    name: 'links',
    ask: ({ report }) => {
      for (const { span, target } of links(report))
        inside(report, span, { start: target, end: target })
    },
  },
  {
    name: 'lenses',
    ask: ({ report }) => {
      for (const { span, words, target } of lenses(report)) {
        assert.notEqual(words, '')
        inside(report, span, target ?? span)
      }
    },
  },
  {
    name: 'folding',
    ask: ({ report }) => {
      const open: Span[] = []
      for (const { span } of folding(report)) {
        inside(report, span)
        while (open.length > 0 && (open.at(-1) as Span).end <= span.start) open.pop()
        assert.ok(contains(open.at(-1) ?? span, span), `a fold crosses another at ${span.start}`)
        open.push(span)
      }
    },
  },
  { name: 'status', ask: ({ report, findings }) => void status(report, findings) },
  {
    name: 'overview',
    ask: ({ report, findings }) => insideAll(report, overview(report, findings)),
  },
  {
    name: 'preview',
    ask: ({ report, findings }) => assert.notEqual(previewOf(report, findings).html, undefined),
  },
  {
    name: 'notes',
    ask: ({ report }) => {
      for (const { span } of openMarks(report)) inside(report, span)
      checkPlan(report, resolveNotes(report))
    },
  },
  {
    name: 'places to fill in',
    ask: ({ report }) => {
      for (const { span } of openPlaces(report)) {
        inside(report, span)
        assert.ok(isOnOneLine(report, span), `a place over a line end at ${span.start}`)
      }
    },
  },
  {
    name: 'marking as finished or draft',
    ask: ({ report }) => {
      for (const to of ['draft', 'finished'] as const) checkEdits(report, changeStatus(report, to))
    },
  },
  {
    name: 'inserting a section',
    ask: ({ report }) => {
      for (const { id, target } of sectionChoices(report)) {
        if (target !== undefined) inside(report, target)
        const inserted = insertSection(report, id, { renumbers: true })
        if (inserted === undefined) continue
        for (const one of [inserted.snippet, inserted.plain])
          checkEdits(report, [one, ...inserted.others])
      }
    },
  },
  {
    name: 'updates',
    ask: ({ report }) => {
      for (const update of [renumbered, updatedContents, updatedTable, updatedSections])
        checkPlan(report, update(report))
    },
  },
  {
    name: 'judgements',
    ask: ({ report }) => {
      listJudgements(report, 'report.md')
      for (const { target } of searchableJudgements(report)) inside(report, target)
    },
  },
  {
    name: 'points for the author',
    ask: ({ report, findings }) => {
      const page = pointsForAuthor(report, findings, {
        day: '2026-11-29',
        notes: true,
      })
      assert.ok(pageAsHtml(page) !== '' && pageAsMarkdown(page) !== '')
    },
  },
]

/** Findings mark words on one line inside the text; what they lead to is inside it too. */
function checkFindings({ report, findings }: Asked): void {
  for (const { rule, span, message, related } of findings) {
    const what = `${rule.id} at ${span.start}`
    inside(report, span, ...(related ?? []).map(each => each.span))
    assert.ok(isOnOneLine(report, span), `${what} marks several lines`)
    assert.ok(span.end > span.start || !hasWords(report.text), `${what} marks nothing`)
    assert.notEqual(message, '', what)
  }
}

/** Is there a character that anybody can see? */
function hasWords(text: string): boolean {
  return commonText(text).seen.trim() !== ''
}

function checkNesting(list: readonly ReportSymbol[], around: Span): void {
  let end = around.start
  for (const { name, span, selection, children } of list) {
    assert.notEqual(name.trim(), '', `a symbol without a name at ${span.start}`)
    assert.ok(contains(around, span), `${name}: outside of what it is in`)
    assert.ok(contains(span, selection), `${name}: its title is outside of it`)
    assert.ok(span.start >= end, `${name}: begins in what is before it`)
    end = span.end
    checkNesting(children, span)
  }
}
