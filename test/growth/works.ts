/** Everything that the product does with a report, each as work whose growth can be measured. */

import { createColors } from 'picocolors'
import { difference } from '../../server/src/cli/fix/difference'
import { previewOf } from '../../server/src/export/preview'
import { compareInspections } from '../../server/src/features/compare/inspections'
import { byDate, inspectionsPage } from '../../server/src/features/compare/inspections-page'
import { compareVersions } from '../../server/src/features/compare/versions'
import { versionsPage } from '../../server/src/features/compare/versions-page'
import { completion, completionInNonReport } from '../../server/src/features/complete/completion'
import { changeStatus } from '../../server/src/features/drafts/draft-status'
import { openPlaces } from '../../server/src/features/drafts/open-places'
import { fixAll } from '../../server/src/features/edit/fix-all'
import { formatting } from '../../server/src/features/edit/formatting'
import { insertSection, sectionChoices } from '../../server/src/features/edit/insert-section'
import { keepNumbers, keepNumbersAfter } from '../../server/src/features/edit/keep-numbers'
import { moveParagraph, moveTargets } from '../../server/src/features/edit/move-paragraph'
import { quickFixes } from '../../server/src/features/edit/quick-fixes'
import { rename } from '../../server/src/features/edit/rename'
import { setGrade } from '../../server/src/features/edit/set-grade'
import {
  renumbered,
  updatedContents,
  updatedSections,
  updatedTable,
} from '../../server/src/features/edit/updates'
import { searchableJudgements } from '../../server/src/features/lists/judgement-search'
import { judgementsAsCsv, listJudgements } from '../../server/src/features/lists/judgements'
import { notesAt, openMarks, resolveNotes } from '../../server/src/features/lists/notes'
import { overview, whatIsLeft } from '../../server/src/features/lists/overview'
import { pointsForAuthor } from '../../server/src/features/lists/points-for-author'
import { compareProblems, listProblems } from '../../server/src/features/lists/problem-list'
import { status } from '../../server/src/features/lists/status'
import { definition } from '../../server/src/features/navigate/definition'
import { folding } from '../../server/src/features/navigate/folding'
import { highlights } from '../../server/src/features/navigate/highlights'
import { hover } from '../../server/src/features/navigate/hover'
import { lenses } from '../../server/src/features/navigate/lenses'
import { links } from '../../server/src/features/navigate/links'
import { otherPlace } from '../../server/src/features/navigate/other-place'
import { references } from '../../server/src/features/navigate/references'
import { selections } from '../../server/src/features/navigate/selection'
import { semanticTokens } from '../../server/src/features/navigate/semantic-tokens'
import { symbols } from '../../server/src/features/navigate/symbols'
import { pageAsHtml, pageBody } from '../../server/src/features/page/html'
import { pageAsMarkdown } from '../../server/src/features/page/markdown'
import { changeList } from '../../server/src/import/text/change-list'
import { htmlToText } from '../../server/src/import/text/html/html'
import { tidy } from '../../server/src/import/text/tidy'
import { changesBetween } from '../../server/src/lsp/edit/changes'
import type { Report } from '../../server/src/report/model'
import { parseReport, parseSteps } from '../../server/src/report/parse'
import { allRules } from '../../server/src/rules/all'
import { checkReport } from '../../server/src/rules/run'
import { insert, remove } from '../../server/src/text/edits'
import { finish } from '../../server/src/text/steps'
import { builtInCatalogue, builtInTypes } from '../../server/src/types/built-in'
import { latestTypes } from '../../server/src/types/catalogue'
import { compileType } from '../../server/src/types/compile'
import type { ReportType } from '../../server/src/types/report-type'
import { titles } from './texts'

/** A call whose work is counted; undefined where the report lacks what it needs. */
type Work = (() => unknown) | undefined

/** Makes the work for one report; the making is not counted. */
export type ReportWork = (report: Report) => Work

const type = builtInTypes().find(({ id }) => id === 'ofsted-slac') as ReportType

/** A type that numbers 1.1, 1.2, 2.1, with the sections that the texts have. */
const bySection = compileType({
  id: 'by-section',
  name: 'By section',
  numbering: 'by-section',
  sections: titles.map((title, at) => ({ id: `section-${at}`, title })),
})

/** The text read as a report, whatever it is. */
export function reportFor(text: string): Report {
  return parseReport(text, { type }) as Report
}

const readAgain =
  ({ type }: Report) =>
  (text: string) =>
    parseReport(text, { type })

/** At the beginning, in the middle, at the end, and where judgements and paragraphs are in between. */
function places({ text, numbering, judgements }: Report): readonly number[] {
  const paragraphs = numbering.paragraphs
  return [
    0,
    text.length >> 1,
    text.length,
    paragraphs[paragraphs.length >> 1]?.digits.start ?? 0,
    judgements[judgements.length >> 1]?.mentions[0]?.span.start ?? 0,
  ]
}

/** At each of the places. */
function everywhere(answer: (report: Report, offset: number) => unknown): ReportWork {
  return report => () => places(report).map(offset => answer(report, offset))
}

/** What reads the findings, which are made beforehand. */
function withFindings(
  work: (report: Report, findings: ReturnType<typeof checkReport>) => unknown,
): ReportWork {
  return report => {
    const findings = checkReport(report)
    return () => work(report, findings)
  }
}

/** The report beside another form of it. */
function beside(change: (text: string) => string): ReportWork {
  return report => {
    const other = parseReport(change(report.text), { type: report.type })
    if (other === undefined) return undefined
    return () => compareVersions(report, other)
  }
}

const names = { earlier: 'Then', present: 'Now' }

const rulesAndFixes = allRules.flatMap(({ id, check }): [string, ReportWork][] => [
  [`rule ${id}`, report => () => [...check(report)]],
  [
    `fixes of ${id}`,
    report => {
      const found = [...check(report)]
      const some = [found[0], found[found.length >> 1], found.at(-1)]
      return () => some.map(finding => finding?.fixes?.())
    },
  ],
])

export const reportWorks: Readonly<Record<string, ReportWork>> = {
  ...Object.fromEntries(rulesAndFixes),
  'all rules': report => () => checkReport(report),
  completion: everywhere((report, offset) => completion(report, offset)),
  hover: everywhere(hover),
  definition: everywhere(definition),
  references: everywhere((report, offset) => references(report, offset, true)),
  highlights: everywhere(highlights),
  'other place': everywhere(otherPlace),
  rename: everywhere((report, offset) => rename(report, offset, 'Another name')),
  'expand selection': everywhere(selections),
  'quick fixes': withFindings((report, findings) =>
    places(report).map(start => quickFixes(report, findings, { start, end: start })),
  ),
  'quick fixes in the whole': withFindings((report, findings) =>
    quickFixes(report, findings.slice(0, 3), { start: 0, end: report.text.length }),
  ),
  colours: report => () => semanticTokens(report),
  outline: report => () => symbols(report),
  folding: report => () => folding(report),
  links: report => () => links(report),
  lenses: report => () => lenses(report),
  status: withFindings(status),
  'side panel': withFindings(overview),
  'what is left to write': report => () => whatIsLeft(report, {}),
  'open places': report => () => openPlaces(report),
  'notes, listed': report => () => openMarks(report),
  'notes, resolved': report => () => resolveNotes(report),
  'notes at a place': everywhere((report, start) => notesAt(report, { start, end: start })),
  'list of problems': withFindings((report, findings) => {
    const list = listProblems(report, findings)
    return [list, compareProblems(list, list)]
  }),
  'points for the author': withFindings((report, findings) => {
    const page = pointsForAuthor(report, findings, { notes: true, day: '2011-05-06' })
    return [pageAsMarkdown(page), pageAsHtml(page)]
  }),
  'list of judgements': report => () => judgementsAsCsv([listJudgements(report, 'report.txt')]),
  'search for judgements': report => () => searchableJudgements(report),
  'set grade': everywhere((report, offset) => setGrade(report, offset, 'inadequate')),
  'insert section': report => () => {
    const [choice] = sectionChoices(report)
    return choice && insertSection(report, choice.id, { renumbers: true })
  },
  'mark as draft': report => () => changeStatus(report, 'draft'),
  'move paragraph': report => () =>
    (['up', 'down', { section: 0 }] as const).map(to =>
      places(report).map(start => moveParagraph(report, { start, end: start }, to)),
    ),
  'where a paragraph can go': everywhere(moveTargets),
  'keep numbers': everywhere((report, offset) =>
    keepNumbers(report, [insert(offset, '\n\n3. New.\n\n')], readAgain(report)),
  ),
  'keep numbers, by section': ({ text }) => {
    const report = parseReport(text, { type: bySection })
    if (report === undefined) return undefined
    return () =>
      places(report).map(offset =>
        keepNumbers(report, [insert(offset, '\n\n1.3 New.\n\n')], readAgain(report)),
      )
  },
  'keep numbers after a change': everywhere((report, offset) =>
    keepNumbersAfter(
      report.text,
      [remove({ start: offset, end: report.lines.end(report.lines.lineAt(offset)) })],
      readAgain(report),
    ),
  ),
  'keep numbers where one is typed': everywhere((report, offset) =>
    keepNumbersAfter(report.text, [remove({ start: offset, end: offset + 3 })], readAgain(report), {
      typed: { start: offset, end: offset + 3 },
    }),
  ),
  'update numbers': report => () => renumbered(report),
  'update contents': report => () => updatedContents(report),
  'update table': report => () => updatedTable(report),
  'update sections': report => () => updatedSections(report),
  formatting: report => () =>
    finish(formatting(report, text => parseSteps(text, { type: report.type }))),
  'formatting a part': report => () =>
    finish(
      formatting(report, text => parseSteps(text, { type: report.type }), {
        start: 0,
        end: report.text.length >> 1,
      }),
    ),
  preview: withFindings(previewOf),
  'compare with itself': beside(text => text),
  'compare, each line changed': beside(text => text.replace(/.$/gm, ' indeed')),
  'compare, each word changed': beside(text => text.replace(/\w+/g, word => `${word}s`)),
  'compare, lines turned round': beside(text => text.split('\n').reverse().join('\n')),
  'compare with nothing': beside(text => text.slice(0, 200)),
  'page of a comparison': report => {
    const other = parseReport(report.text.replace(/.$/gm, ' indeed'), { type: report.type })
    if (other === undefined) return undefined
    const comparison = compareVersions(report, other)
    return () => {
      const page = versionsPage(comparison, names)
      return [pageBody(page), pageAsMarkdown(page, () => undefined)]
    }
  },
  'compare inspections': report => () => {
    const reports = byDate({ report, document: 'earlier' }, { report, document: 'present' })
    const [then, now] = reports
    return pageBody(inspectionsPage(compareInspections(then.report, now.report), reports))
  },
}

/** What is done with a text that is not a report yet, or need not be one. */
export const textWorks: Readonly<Record<string, (text: string) => () => unknown>> = {
  reading: text => () => reportFor(text),
  recognising: text => () => parseReport(text),
  'fix all': text => () => fixAll(text, { type }),
  'fix all, beside what it was': text => () => finish(changesBetween(text, withOtherNumbers(text))),
  'fix all, in a terminal': text => () =>
    difference('report.txt', text, withOtherNumbers(text), createColors(false)),
  'completion where no report is': text => () =>
    completionInNonReport(text, text.length >> 1, latestTypes(builtInCatalogue())),
  tidying: text => () => tidy(text),
  'tidying a part': text => () => tidy(text, { isPart: true }),
  'list of changes': text => {
    const { changes } = tidy(text)
    const placed = changes.map(change => ({ ...change, place: 'line 1', draftLine: 0 }))
    return () =>
      finish(changeList('report.txt', { changes: placed, isReport: true, isTidied: true }))
  },
  'text of a page': text => () =>
    htmlToText(`<p>${text.replace(/</g, '&lt;').replace(/\n/g, '</p>\n<p>')}</p>`),
  'text of a page with a table': text => () =>
    htmlToText(`<table><tr><td>${text.replace(/\n/g, '</td></tr>\n<tr><td>')}</td></tr></table>`),
}

/** The same text with another number wherever it has one. */
function withOtherNumbers(text: string): string {
  return text.replace(/\d+/g, number => String(Number(number) + 1))
}
