/** What brings one part of a report into line with another: numbers, contents, table, sections. */

import * as l10n from '@vscode/l10n'
import type { Judgement, Report } from '../../report/model'
import { remakeContents } from '../../rules/fixes/contents'
import { renumberAll } from '../../rules/fixes/renumber'
import { insertTable, rebuildFix, summaryTitle } from '../../rules/fixes/summary-table'
import { differences } from '../../text/differences'
import { replace, TakenPlaces, type TextEdit } from '../../text/edits'
import { linesOf } from '../../text/line-edits'
import { finish } from '../../text/steps'
import { plainLine } from '../wording/section-title'
import { type PlannedChange, type PlanOrReason, wordsAround } from './plan'
import { setGrade } from './set-grade'

/** Numbers all paragraphs one after the other; the references follow. */
export function renumbered(report: Report): PlanOrReason {
  const { paragraphs, faults } = report.numbering
  if (paragraphs.length === 0 && faults.length === 0)
    return { error: l10n.t('This report has no numbered paragraphs.') }
  const { edits } = renumberAll(report)
  if (edits.length === 0) return { error: l10n.t('The paragraphs are already numbered in order.') }
  const references = new Set(report.references.map(({ digits }) => digits.start))
  const changes = edits.map((edit): PlannedChange => {
    const before = plainLine(report.text.slice(edit.span.start, edit.span.end))
    const what = references.has(edit.span.start) ? l10n.t('Reference') : l10n.t('Paragraph')
    return {
      ...edit,
      label: `${what}: ${arrow(before, plainLine(edit.newText))}`,
      description: wordsAround(report, edit.span),
      ticked: true,
    }
  })
  const broken = report.references.filter(({ paragraph }) => paragraph === undefined).length
  return {
    title: l10n.t('Renumber paragraphs'),
    changes,
    remarks:
      broken === 0
        ? []
        : [
            broken === 1
              ? l10n.t('One reference leads to a paragraph that is not there. It stays as it is.')
              : l10n.t(
                  '{0} references lead to paragraphs that are not there. They stay as they are.',
                  broken,
                ),
          ],
  }
}

/** Makes the contents again from the headings. Page numbers stay with their entries. */
export function updatedContents(report: Report): PlanOrReason {
  const { contents } = report
  if (contents === undefined) return { error: l10n.t('This report has no contents.') }
  const [fix] = remakeContents(report, contents)
  if (fix === undefined) return { error: l10n.t('The contents already agree with the headings.') }
  return {
    title: l10n.t('Update the contents'),
    changes: fix.edits.flatMap(edit => lineChanges(report, edit, l10n.t('Contents'))),
    remarks: [],
  }
}

/** Makes the summary table again: all rows, in their order, with the grades that the sections state. */
export function updatedTable(report: Report): PlanOrReason {
  const { summary, type } = report
  if (type.table === undefined)
    return { error: l10n.t('This type of report has no summary table.') }
  const name = summaryTitle(report)
  const title = l10n.t('Update the {0} from the sections', name)
  if (summary === undefined) {
    const there = report.sections.find(({ definition }) => definition === type.summary)
    const edit = insertTable(report, there)
    const change = {
      ...edit,
      label: l10n.t('{0}: insert the table', name),
      description: '',
      ticked: true,
    }
    return { title, changes: [change], remarks: [] }
  }
  const [fix] = rebuildFix(report, summary)
  if (fix === undefined) return { error: l10n.t('The {0} already agrees with the sections.', name) }
  return {
    title,
    changes: fix.edits.flatMap(edit => lineChanges(report, edit, l10n.t('Row'))),
    remarks: [],
  }
}

/** Gives each section the grade that its row states: heading, grade line, and plain opening sentence. */
export function updatedSections(report: Report): PlanOrReason {
  const { summary } = report
  if (summary === undefined) return { error: l10n.t('This report has no summary table to go by.') }
  const name = summaryTitle(report)
  const changes: PlannedChange[] = []
  const taken = new TakenPlaces()
  for (const judgement of report.judgements)
    for (const change of sectionChanges(report, judgement))
      if (taken.take([change])) changes.push(change)
  if (!changes.some(({ ticked }) => ticked))
    return { error: l10n.t('The sections already agree with the {0}.', name) }
  return {
    title: l10n.t('Update the sections from the {0}', name),
    changes: changes.sort((a, b) => a.span.start - b.span.start),
    remarks: [],
  }
}

function sectionChanges(report: Report, judgement: Judgement): readonly PlannedChange[] {
  const { section, row, title } = judgement
  const grade = row?.grade?.grade
  if (section === undefined || row === undefined || grade === undefined) return []
  const plan = setGrade(report, section.heading.title.start, grade.word)
  if ('error' in plan) return []
  return plan.changes
    .filter(({ span }) => !(row.line.start <= span.start && span.end <= row.line.end))
    .map(change => ({
      ...change,
      label: `${title} – ${change.label}`,
    }))
}

/**
 * What an edit of several lines does to each of them: lines that stay are left out, so
 * that readers see only what changes.
 */
function lineChanges(report: Report, edit: TextEdit, what: string): readonly PlannedChange[] {
  const old = linesOf(report.text.slice(edit.span.start, edit.span.end))
  const now = linesOf(edit.newText)
  const changes: PlannedChange[] = []
  let start = edit.span.start
  const change = (line: string, newText: string): void => {
    const span = { start, end: start + line.length }
    const label = `${what}: ${arrow(rowWords(line), rowWords(newText))}`
    if (line !== newText)
      changes.push({ ...replace(span, newText), label, description: '', ticked: true })
    start += line.length
  }
  let at = 0
  for (const { before, after } of finish(differences(old, now))) {
    start += old.slice(at, before.start).join('').length
    const [gone, come] = [old.slice(before.start, before.end), now.slice(after.start, after.end)]
    if (gone.length === come.length)
      for (const [index, line] of gone.entries()) change(line, come[index] as string)
    else change(gone.join(''), come.join(''))
    at = before.end
  }
  return changes
}

/** A row or an entry as it is read aloud: `Being healthy – Good; Staying safe – Good`. */
function rowWords(lines: string): string {
  const rows = linesOf(lines).flatMap(line => {
    const cells = line
      .split(/[|\t]/)
      .map(plainLine)
      .filter(cell => cell !== '' && !/^:?-+:?$/.test(cell))
    return cells.length === 0 ? [] : [cells.join(' – ')]
  })
  return rows.length > 3 ? `${rows.slice(0, 2).join('; ')} … ${rows.at(-1)}` : rows.join('; ')
}

/** `15 → 14`, `add 14`, `take out 15`. */
function arrow(before: string, after: string): string {
  if (before === '') return l10n.t('add {0}', after)
  return after === '' ? l10n.t('remove {0}', before) : `${before} → ${after}`
}
