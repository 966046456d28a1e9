/** What is shown about the thing under the pointer. */

import * as l10n from '@vscode/l10n'
import type { Judgement, Mention, Paragraph, Reference, Report, Section } from '../../report/model'
import { numberText } from '../../report/numbering/paragraph-number'
import { capitalised } from '../../text/letters'
import { append } from '../../text/lists'
import { contains, type Span } from '../../text/span'
import type { Grade, SectionDefinition } from '../../types/report-type'
import { blocksAsMarkdown } from '../page/markdown'
import { inSentence, list, type PageBlock, type PageText, strong, text } from '../page/page'
import { firstWords } from '../wording/paragraph-preview'
import { paragraphAround, placeAt, sectionAt, type Title } from './places'

export interface Hover {
  readonly span: Span
  /** Markdown; what comes from the report or its type is escaped. */
  readonly markdown: string
}

/** What there is to say about the thing at `offset`; undefined where there is nothing. */
export function hover(report: Report, offset: number): Hover | undefined {
  const place = placeAt(report, offset)
  if (place === undefined) return undefined
  const blocks = ((): readonly PageBlock[] => {
    switch (place.kind) {
      case 'judgement':
        return aboutJudgement(report, place.judgement, place.at)
      case 'title':
        return aboutTitle(report, place.title)
      case 'paragraph':
        return aboutParagraph(report, place.paragraph)
      case 'reference':
        return aboutReference(report, place.reference)
    }
  })()
  return blocks.length === 0
    ? undefined
    : { span: place.origin, markdown: blocksAsMarkdown(blocks) }
}

// --- Judgements -------------------------------------------------------------------------------

function aboutJudgement(
  report: Report,
  judgement: Judgement,
  at: Mention['kind'],
): readonly PageBlock[] {
  const here = judgement.mentions.find(mention => mention.kind === at)
  const grade = here?.grade ?? judgement.grade
  const others = judgement.mentions.filter(mention => mention !== here)
  const places = others.flatMap(mention => placeLine(report, judgement, mention, grade))
  if (judgement.row === undefined) append(places, missingPlace(report))
  return [
    ...(grade === undefined ? [] : [text(...meaning(report, grade))]),
    text(strong(judgement.title), within(judgement.part)),
    ...(places.length > 0 ? [list(places)] : []),
  ]
}

/** "**Good** (grade 2 of 4): A service that exceeds minimum requirements." */
function meaning(report: Report, grade: Grade): PageText {
  const count = report.type.scale?.grades.length ?? 0
  const number =
    grade.number === undefined ? '' : ` ${l10n.t('(grade {0} of {1})', grade.number, count)}`
  const words = grade.meaning === undefined ? '' : `: ${grade.meaning}`
  return [strong(capitalised(grade.word)), number, words]
}

/** " – Safeguarding services › Quality of provision"; empty where there is no part. */
function within(path: readonly string[]): string {
  return path.length > 0 ? ` – ${path.join(' › ')}` : ''
}

/** "Record of main findings: good · agrees"; empty for a place that can state no grade. */
function placeLine(
  report: Report,
  judgement: Judgement,
  mention: Mention,
  grade: Grade | undefined,
): string[] {
  const name = placeName(report, judgement, mention)
  if (name === undefined) return []
  if (mention.grade === undefined) return [l10n.t('{0}: no grade', name)]
  if (grade === undefined || judgement.unread.length > 0) return [`${name}: ${mention.grade.word}`]
  const { word } = mention.grade
  return mention.grade === grade
    ? [l10n.t('{0}: {1} · agrees', name, word)]
    : [l10n.t('{0}: {1} · differs', name, word)]
}

function placeName(report: Report, judgement: Judgement, mention: Mention): string | undefined {
  switch (mention.kind) {
    case 'grade':
      return judgement.section?.grade?.form === 'line' ? l10n.t('Grade line') : l10n.t('Heading')
    case 'opening':
      return l10n.t('First sentence')
    case 'row':
      return summaryName(report)
    default:
      return mention.grade === undefined ? undefined : l10n.t('Heading')
  }
}

function missingPlace(report: Report): string[] {
  return report.summary === undefined ? [] : [l10n.t('{0} has no row for it', summaryName(report))]
}

function summaryName(report: Report): string {
  return report.type.table?.title ?? report.summary?.heading.title.text ?? l10n.t('Summary')
}

// --- Titles -----------------------------------------------------------------------------------

function aboutTitle(report: Report, title: Title): readonly PageBlock[] {
  const section = title.sections[0]
  const definition = section?.definition ?? title.entries[0]?.definition
  if (definition === undefined) return []
  return [
    text(strong(definition.title), within(definition.path)),
    list(presence(report, definition, title)),
  ]
}

function presence(report: Report, definition: SectionDefinition, title: Title): readonly string[] {
  const lines: string[] = []
  const needed = definition.required
    ? l10n.t('Every report of this type has it.')
    : l10n.t('It may be left out.')
  if (title.sections.length === 0)
    lines.push(`${l10n.t('There is no section with this title.')} ${needed}`)
  if (title.sections.length > 1)
    lines.push(l10n.t('It is in the report {0} times.', title.sections.length))
  const page = title.entries[0]?.page?.text
  if (definition.contents === 'never') lines.push(l10n.t('It is never listed in the contents.'))
  else if (title.entries.length > 0)
    lines.push(
      page === undefined
        ? l10n.t('It is in the contents.')
        : l10n.t('In the contents: page {0}.', page),
    )
  else if (report.contents !== undefined) lines.push(l10n.t('It is not in the contents.'))
  const grades = title.sections[0] === undefined ? [] : gradesIn(report, title.sections[0])
  return [...lines, ...grades]
}

/** The grades of the judgements that are in a part. */
function gradesIn(report: Report, part: Section): readonly string[] {
  return report.judgements
    .filter(({ section }) => section !== undefined && contains(part.extent, section.span))
    .map(({ title, grade, disagreement }) => {
      const stated = grade?.word ?? (disagreement ? l10n.t('places differ') : l10n.t('no grade'))
      return `${title}: ${stated}`
    })
}

// --- Paragraphs -------------------------------------------------------------------------------

function aboutParagraph(report: Report, paragraph: Paragraph): readonly PageBlock[] {
  const leading = report.references.filter(each => each.number === paragraph.number)
  const name = numberText(paragraph.number)
  if (leading.length === 0)
    return [text(strong(l10n.t('Paragraph {0}', name))), text(l10n.t('Nothing refers to it.'))]
  const places = leading.map(({ digits }) => {
    const from = paragraphAround(report, digits.start)
    const section = sectionAt(report, digits.start)?.heading.title.text
    const place =
      from === undefined ? l10n.t('The text') : l10n.t('Paragraph {0}', numberText(from.number))
    return section === undefined ? place : `${place} (${section})`
  })
  const start = inSentence(l10n.t('{0} is referred to in:'), strong(l10n.t('Paragraph {0}', name)))
  return [text(...start), list(places)]
}

function aboutReference(report: Report, { number, paragraph }: Reference): readonly PageBlock[] {
  if (paragraph === undefined) {
    const last = report.numbering.paragraphs.at(-1)?.number
    const name = numberText(number)
    return last === undefined
      ? [text(l10n.t('There is no paragraph {0}.', name))]
      : [text(l10n.t('There is no paragraph {0}. The last one is {1}.', name, numberText(last)))]
  }
  const section = sectionAt(report, paragraph.digits.start)?.heading.title.text
  return [
    text(
      strong(l10n.t('Paragraph {0}', numberText(number))),
      within(section === undefined ? [] : [section]),
    ),
    text(firstWords(report, paragraph, 200)),
  ]
}
