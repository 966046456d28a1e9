/** What an editor asks about a place in a report, and what must be true of each answer. */

import assert from 'node:assert/strict'
import { completion } from '../../server/src/features/complete/completion'
import type { CompletionItem } from '../../server/src/features/complete/completion-item'
import { gradeChoices, judgementChoices } from '../../server/src/features/edit/grade-choices'
import { keepNumbers, keepNumbersAfter } from '../../server/src/features/edit/keep-numbers'
import { moveParagraph, moveTargets } from '../../server/src/features/edit/move-paragraph'
import { quickFixes } from '../../server/src/features/edit/quick-fixes'
import { rename, renamed } from '../../server/src/features/edit/rename'
import { setGrade } from '../../server/src/features/edit/set-grade'
import { resolveNotes } from '../../server/src/features/lists/notes'
import { definition } from '../../server/src/features/navigate/definition'
import { highlights } from '../../server/src/features/navigate/highlights'
import { hover } from '../../server/src/features/navigate/hover'
import { otherPlace, whyNoOtherPlace } from '../../server/src/features/navigate/other-place'
import { references } from '../../server/src/features/navigate/references'
import { selections } from '../../server/src/features/navigate/selection'
import type { Report } from '../../server/src/report/model'
import { applyEdits, insert, remove } from '../../server/src/text/edits'
import { contains, type Span, touches } from '../../server/src/text/span'
import {
  type Asked,
  changesSomething,
  checkEdits,
  checkPlan,
  formattingOf,
  inside,
  isOnOneLine,
  readAgainAs,
} from './answers'

/** One kind of request about a place in a report. */
export interface PlaceRequest {
  readonly name: string
  readonly ask: (asked: Asked, offset: number) => void
}

/** What is asked so often, with each move of the cursor or each key, that it may be asked at any place. */
export const placeRequests: readonly PlaceRequest[] = [
  {
    name: 'completion',
    ask: ({ report }, offset) => {
      for (const item of completion(report, offset, '2026-11-29'))
        checkCompletion(report, offset, item)
    },
  },
  {
    name: 'hover',
    ask: ({ report }, offset) => {
      const found = hover(report, offset)
      if (found === undefined) return
      inside(report, found.span)
      assert.ok(touches(found.span, offset), 'what is explained is not at the pointer')
      assert.notEqual(found.markdown.trim(), '')
    },
  },
  {
    name: 'definition',
    ask: ({ report }, offset) => {
      const found = definition(report, offset)
      if (found === undefined) return
      inside(report, found.origin)
      for (const { span, selection } of found.targets) {
        inside(report, span)
        assert.ok(contains(span, selection), 'the words that are selected are outside the target')
      }
    },
  },
  {
    name: 'references',
    ask: ({ report }, offset) => inside(report, ...references(report, offset, true)),
  },
  {
    name: 'highlights',
    ask: ({ report }, offset) =>
      inside(report, ...highlights(report, offset).map(({ span }) => span)),
  },
  {
    name: 'selection',
    ask: ({ report }, offset) => {
      let around: Span = { start: offset, end: offset }
      for (const span of selections(report, offset)) {
        inside(report, span)
        assert.ok(contains(span, around), 'a wider selection leaves something out')
        around = span
      }
    },
  },
  {
    name: 'other place',
    ask: ({ report }, offset) => {
      const found = otherPlace(report, offset)
      if (found === undefined) whyNoOtherPlace(report, offset)
      else inside(report, found)
    },
  },
  {
    name: 'rename',
    ask: ({ report }, offset) => {
      const found = renamed(report, offset)
      if ('error' in found) return void assert.notEqual(found.error, '')
      inside(report, found.span)
      const plan = rename(report, offset, found.placeholder, {})
      checkPlan(report, plan)
      assert.ok('error' in plan || plan.changes.every(changesSomething(report)), 'nothing changes')
    },
  },
  {
    name: 'choice of grades',
    ask: ({ report }, offset) => {
      const { judgements, at } = judgementChoices(report, offset)
      assert.ok(at === null || judgements[at] !== undefined)
      for (const each of judgements) inside(report, { start: each.offset, end: each.offset })
    },
  },
  {
    name: 'moving to a section',
    ask: ({ report }, offset) => {
      const { sections, here } = moveTargets(report, offset)
      assert.ok(here === -1 || sections[here] !== undefined)
    },
  },
  {
    name: 'fixes',
    ask: ({ report, findings }, offset) => {
      for (const fix of quickFixes(report, findings, { start: offset, end: offset })) {
        assert.notEqual(fix.title, '')
        checkEdits(report, fix.edits)
        if (fix.snippet !== undefined) {
          inside(report, fix.snippet.span)
          checkEdits(report, [fix.snippet, ...fix.edits.slice(1)])
        }
      }
    },
  },
]

/** What changes the text at a place and reads the result again, so that it is asked at fewer places. */
export const changeRequests: readonly PlaceRequest[] = [
  {
    name: 'setting a grade',
    ask: ({ report }, offset) => {
      for (const { word } of gradeChoices(report))
        checkPlan(report, setGrade(report, offset, word, {}))
    },
  },
  {
    name: 'moving a paragraph',
    ask: ({ report }, offset) => {
      const selection = { start: offset, end: offset }
      const { sections } = moveTargets(report, offset)
      const targets = sections.slice(0, 2).map(({ section }) => ({ section }))
      for (const to of ['up', 'down', ...targets] as const) {
        const moved = moveParagraph(report, selection, to)
        if ('error' in moved) continue
        checkEdits(report, moved.edits)
        const text = applyEdits(report.text, moved.edits)
        const kept = keepNumbers(report, moved.edits, readAgainAs(report))
        checkEdits({ ...report, text }, kept.edits)
      }
    },
  },
  {
    name: 'keeping numbers',
    ask: ({ report }, offset) => {
      const { text, lines } = report
      const line = lines.lineAt(offset)
      const whole = { start: lines.start(line), end: lines.start(line + 1) }
      for (const edits of [[insert(offset, '\n\n14. ')], [remove(whole)]]) {
        const kept = keepNumbers(report, edits, readAgainAs(report))
        checkEdits({ ...report, text: applyEdits(text, edits) }, kept.edits)
      }
      const typed = { start: Math.max(0, offset - 3), end: offset }
      const after = keepNumbersAfter(text, [remove(typed)], readAgainAs(report), { typed })
      checkEdits(report, after.edits)
    },
  },
  {
    name: 'formatting a selection',
    ask: ({ report }, offset) => {
      const within = { start: offset, end: Math.min(report.text.length, offset + 400) }
      checkEdits(report, formattingOf(report, within))
    },
  },
  {
    name: 'resolving a note',
    ask: ({ report }, offset) =>
      checkPlan(report, resolveNotes(report, { start: offset, end: offset })),
  },
]

function checkCompletion(report: Report, offset: number, item: CompletionItem): void {
  const { span, label } = item
  inside(report, span)
  assert.ok(touches(span, offset), `"${label}" is not written at the cursor`)
  assert.ok(isOnOneLine(report, span), `"${label}" writes over a line end`)
  assert.notEqual(label, '')
}
