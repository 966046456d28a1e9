/** What is told about the thing under the pointer. */

import type { Judgement, Mention, Paragraph, Reference, Report, Section } from '../report/model'
import { numberText } from '../report/paragraph-number'
import { contains, type Span } from '../text/span'
import type { Grade, SectionDefinition } from '../types/report-type'
import { firstWords } from './paragraph-preview'
import { paragraphAround, placeAt, sectionAt, type Title } from './places'

export interface Hover {
  readonly span: Span
  /** Markdown; what comes from the report is escaped. */
  readonly markdown: string
}

/** What there is to say about the thing at `offset`; undefined where there is nothing. */
export function hover(report: Report, offset: number): Hover | undefined {
  const place = placeAt(report, offset)
  if (place === undefined) return undefined
  const blocks = ((): readonly string[] => {
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
  return blocks.length === 0 ? undefined : { span: place.origin, markdown: blocks.join('\n\n') }
}

// --- Judgements -------------------------------------------------------------------------------

function aboutJudgement(
  report: Report,
  judgement: Judgement,
  at: Mention['kind'],
): readonly string[] {
  const here = judgement.mentions.find(mention => mention.kind === at)
  const grade = here?.grade ?? judgement.grade
  const others = judgement.mentions.filter(mention => mention !== here)
  const where = judgement.part.length > 0 ? ` – ${escaped(judgement.part.join(' › '))}` : ''
  const places = others.flatMap(mention => placeLine(report, judgement, mention, grade))
  if (judgement.row === undefined) places.push(...missingPlace(report, 'has no row for it'))
  return [
    ...(grade === undefined ? [] : [meaning(report, grade)]),
    `**${escaped(judgement.title)}**${where}`,
    ...(places.length > 0 ? [places.join('\n')] : []),
  ]
}

/** "**Good** (grade 2 of 4): A service that exceeds minimum requirements." */
function meaning(report: Report, grade: Grade): string {
  const count = report.type.scale?.grades.length ?? 0
  const number = grade.number === undefined ? '' : ` (grade ${grade.number} of ${count})`
  const text = grade.meaning === undefined ? '' : `: ${escaped(grade.meaning)}`
  return `**${capitalised(grade.word)}**${number}${text}`
}

/** "- Record of main findings: good · agrees"; empty for a place that can state no grade. */
function placeLine(
  report: Report,
  judgement: Judgement,
  mention: Mention,
  grade: Grade | undefined,
): string[] {
  const name = placeName(report, judgement, mention)
  if (name === undefined) return []
  if (mention.grade === undefined) return [`- ${name}: no grade`]
  if (grade === undefined) return [`- ${name}: ${mention.grade.word}`]
  return [`- ${name}: ${mention.grade.word} · ${mention.grade === grade ? 'agrees' : 'differs'}`]
}

function placeName(report: Report, judgement: Judgement, mention: Mention): string | undefined {
  switch (mention.kind) {
    case 'grade':
      return judgement.section?.grade?.form === 'line' ? 'Grade line' : 'Heading'
    case 'opening':
      return 'First sentence'
    case 'row':
      return summaryName(report)
    default:
      return mention.grade === undefined ? undefined : 'Heading'
  }
}

function missingPlace(report: Report, what: string): string[] {
  return report.summary === undefined ? [] : [`- ${summaryName(report)} ${what}`]
}

function summaryName(report: Report): string {
  return escaped(report.type.table?.title ?? report.summary?.heading.title.text ?? 'Summary')
}

// --- Titles -----------------------------------------------------------------------------------

function aboutTitle(report: Report, title: Title): readonly string[] {
  const section = title.sections[0]
  const definition = section?.definition ?? title.entries[0]?.definition
  if (definition === undefined) return []
  const path = definition.path.length > 0 ? ` – ${escaped(definition.path.join(' › '))}` : ''
  return [`**${escaped(definition.title)}**${path}`, presence(report, definition, title)]
}

function presence(report: Report, definition: SectionDefinition, title: Title): string {
  const lines: string[] = []
  const needed = definition.required ? 'Every report of this type has it.' : 'It may be left out.'
  if (title.sections.length === 0) lines.push(`There is no section with this title. ${needed}`)
  if (title.sections.length > 1)
    lines.push(`It stands in the report ${title.sections.length} times.`)
  const page = title.entries[0]?.page?.text
  if (definition.contents === 'never') lines.push('It never stands in the contents.')
  else if (title.entries.length > 0)
    lines.push(page === undefined ? 'It stands in the contents.' : `In the contents: page ${page}.`)
  else if (report.contents !== undefined) lines.push('It does not stand in the contents.')
  const grades = title.sections[0] === undefined ? [] : gradesIn(report, title.sections[0])
  return [...lines.map(line => `- ${line}`), ...grades].join('\n')
}

/** The grades of the judgements that stand in a part. */
function gradesIn(report: Report, part: Section): readonly string[] {
  return report.judgements
    .filter(({ section }) => section !== undefined && contains(part.extent, section.span))
    .map(({ title, grade, disagreement }) => {
      const stated = grade?.word ?? (disagreement ? 'places differ' : 'no grade')
      return `- ${escaped(title)}: ${stated}`
    })
}

// --- Paragraphs -------------------------------------------------------------------------------

function aboutParagraph(report: Report, paragraph: Paragraph): readonly string[] {
  const leading = report.references.filter(each => each.number === paragraph.number)
  const name = numberText(paragraph.number)
  if (leading.length === 0) return [`**Paragraph ${name}**`, 'Nothing refers to it.']
  const places = leading.map(({ digits }) => {
    const from = paragraphAround(report, digits.start)
    const section = sectionAt(report, digits.start)?.heading.title.text
    const place = from === undefined ? 'The text' : `Paragraph ${numberText(from.number)}`
    return `- ${place}${section === undefined ? '' : ` (${escaped(section)})`}`
  })
  return [`**Paragraph ${name}** is referred to in:`, places.join('\n')]
}

function aboutReference(report: Report, { number, paragraph }: Reference): readonly string[] {
  if (paragraph === undefined) {
    const last = report.numbering.paragraphs.at(-1)?.number
    const hint = last === undefined ? '' : ` The last one is ${numberText(last)}.`
    return [`There is no paragraph ${numberText(number)}.${hint}`]
  }
  const section = sectionAt(report, paragraph.digits.start)?.heading.title.text
  const where = section === undefined ? '' : ` – ${escaped(section)}`
  return [
    `**Paragraph ${numberText(number)}**${where}`,
    escaped(firstWords(report, paragraph, 200)),
  ]
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
