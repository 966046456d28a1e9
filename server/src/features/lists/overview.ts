/** A report at a glance, for the side panel: its judgements, its sections, and what is still open. */

import * as l10n from '@vscode/l10n'
import { isPartlyGraded } from '../../report/judgements'
import type { Judgement, Mention, Report, Section } from '../../report/model'
import type { CheckedFinding } from '../../rules/rule'
import { checkReport, type Severities } from '../../rules/run'
import { type Span, touches } from '../../text/span'
import type { SectionDefinition } from '../../types/report-type'
import { sectionAt } from '../navigate/places'
import { plainTitle } from '../wording/section-title'
import { wordPlace } from '../wording/word-place'

export interface Overview {
  readonly judgements: readonly (PartNode | JudgementNode)[]
  readonly sections: readonly SectionNode[]
  readonly open: readonly OpenNode[]
}

/** A part of the report, with the judgements that are in it. */
export interface PartNode {
  readonly kind: 'part'
  readonly id: string
  readonly title: string
  /** The title, or what the type calls it in a narrow list. */
  readonly name: string
  readonly children: readonly (PartNode | JudgementNode)[]
}

export interface JudgementNode {
  readonly kind: 'judgement'
  /** The same in every version of the report. */
  readonly id: string
  readonly title: string
  /** The title, or what the type calls it in a narrow list. */
  readonly name: string
  /** The grade's word; undefined where its places differ, or none states one. */
  readonly grade: string | undefined
  /** Where the grade is on the scale: 0 for the best, 1 for the worst. */
  readonly standing: number | undefined
  readonly disagrees: boolean
  /** Has it a grade, but not in every place where it should be? */
  readonly isPartly: boolean
  readonly places: readonly PlaceNode[]
  /** What a click selects: the heading, otherwise the row. */
  readonly target: Span
  /** All of its section and of its row: with the cursor there, the judgement is shown. */
  readonly around: readonly Span[]
}

export interface PlaceNode {
  /** `Heading`, `Grade line`, `First sentence`, `Contents`, or the summary table's title. */
  readonly name: string
  /** What the place says: a grade's word, or empty. */
  readonly says: string
  readonly differs: boolean
  readonly target: Span
  readonly kind: Mention['kind']
}

export interface SectionNode {
  readonly id: string
  readonly title: string
  /** The title, or what the type calls it in a narrow list. */
  readonly name: string
  /** A missing one is required but not there. */
  readonly state: 'there' | 'empty' | 'missing'
  readonly problems: number
  readonly toDos: number
  readonly target: Span | undefined
  /** Its heading and own text; undefined for a missing one. */
  readonly span: Span | undefined
  readonly children: readonly SectionNode[]
}

export interface OpenNode {
  readonly kind: 'note' | 'to-do'
  /** What is listed: a note's text, a placeholder as it is written, otherwise what is to be done. */
  readonly name: string
  /** A note's text, or what is to be done. */
  readonly words: string
  /** A note's author; empty for a to-do. */
  readonly author: string
  /** `Staying safe, paragraph 12`. */
  readonly place: string
  readonly target: Span
}

/** What is listed before a report leaves the house: also what is to be put right. */
export interface LeftNode extends Omit<OpenNode, 'kind'> {
  readonly kind: OpenNode['kind'] | 'problem'
}

/** Everything that the side panel shows of a report, with what the rules found in it. */
export function overview(report: Report, findings: readonly CheckedFinding[]): Overview {
  return {
    judgements: judgementTree(report),
    sections: sectionTree(report, findings),
    open: openNodes(report, findings),
  }
}

// --- Judgements -------------------------------------------------------------------------------

interface GrowingPart extends PartNode {
  readonly children: (GrowingPart | JudgementNode)[]
}

function judgementTree(report: Report): readonly (PartNode | JudgementNode)[] {
  const roots: (GrowingPart | JudgementNode)[] = []
  const parts = new Map<string, GrowingPart>()
  const ids = new Map<string, number>()
  const names = shortNames(report)
  for (const judgement of report.judgements) {
    let siblings = roots
    let path = ''
    for (const title of judgement.part) {
      path = `${path}/${title}`
      let part = parts.get(path)
      if (part === undefined) {
        part = { kind: 'part', id: path, title, name: names.get(title) ?? title, children: [] }
        parts.set(path, part)
        siblings.push(part)
      }
      siblings = part.children
    }
    const id = `${path}/${judgement.title}`
    const count = ids.get(id) ?? 0
    ids.set(id, count + 1)
    const node = judgementNode(report, judgement, count === 0 ? id : `${id} ${count}`)
    if (node !== undefined) siblings.push(node)
  }
  return roots
}

/** What narrow lists call the parts of the report and the groups of its table, by their titles. */
function shortNames({ type }: Report): ReadonlyMap<string, string> {
  const named = [...type.sections, ...type.rows].filter(({ title, short }) => short !== title)
  return new Map(named.map(({ title, short }) => [title, short]))
}

function judgementNode(
  report: Report,
  judgement: Judgement,
  id: string,
): JudgementNode | undefined {
  const { title, definition, grade, section, row, disagreement, mentions } = judgement
  const target = section?.heading.title ?? row?.label ?? mentions[0]?.span
  if (target === undefined) return undefined
  const last = (report.type.scale?.grades.length ?? 1) - 1
  return {
    kind: 'judgement',
    id,
    title,
    // Where a section repeats, only its heading distinguishes one from another.
    name: title === definition.title ? definition.short : title,
    grade: grade?.word,
    standing: grade === undefined ? undefined : grade.rank / Math.max(1, last),
    disagrees: disagreement !== undefined,
    isPartly: isPartlyGraded(judgement),
    places: mentions.flatMap(mention => placeNode(report, judgement, mention)),
    target: bare(target),
    around: [section?.span, row?.line].filter(span => span !== undefined).map(bare),
  }
}

function placeNode(report: Report, judgement: Judgement, mention: Mention): readonly PlaceNode[] {
  const { kind, span, grade } = mention
  const name = placeName(report, judgement, kind)
  // From a heading that states no grade, a click leads to the judgement itself.
  if (kind === 'heading' && grade === undefined) return []
  const { disagreement } = judgement
  const differs =
    disagreement !== undefined && grade !== undefined && grade === disagreement.oddGrade
  return [{ name, says: grade?.word ?? '', differs, target: bare(span), kind }]
}

function placeName(report: Report, { section }: Judgement, kind: Mention['kind']): string {
  switch (kind) {
    case 'heading':
      return l10n.t('Heading')
    case 'grade':
      return section?.grade?.form === 'line' ? l10n.t('Grade line') : l10n.t('Heading')
    case 'opening':
      return l10n.t('First sentence')
    case 'row':
      return report.type.table?.title ?? report.summary?.heading.title.text ?? l10n.t('Summary')
    case 'contents':
      return l10n.t('Contents')
  }
}

// --- Sections ---------------------------------------------------------------------------------

interface Counts {
  problems: number
  toDos: number
}

function sectionTree(report: Report, findings: readonly CheckedFinding[]): readonly SectionNode[] {
  const counts = countBySection(report, findings)
  const there = new Map<SectionDefinition, Section[]>()
  for (const section of report.sections) {
    const copies = there.get(section.definition)
    if (copies === undefined) there.set(section.definition, [section])
    else copies.push(section)
  }
  const missing = new Set(report.missingSections)
  const nodesOf = (definition: SectionDefinition): readonly SectionNode[] => {
    const children = definition.children.flatMap(nodesOf)
    const copies = there.get(definition) ?? []
    if (copies.length === 0) {
      // A missing part is listed in its place only for what is in it.
      if (!missing.has(definition) && children.length === 0) return []
      return missing.has(definition) ? [missingNode(definition, children)] : children
    }
    return copies.map((section, copy) =>
      thereNode(section, copy, counts.get(section), copy === 0 ? children : []),
    )
  }
  return report.type.sections.filter(({ parent }) => parent === undefined).flatMap(nodesOf)
}

function missingNode({ id, title, short }: SectionDefinition, children: readonly SectionNode[]) {
  return {
    id,
    title,
    name: short,
    state: 'missing',
    problems: 0,
    toDos: 0,
    target: undefined,
    span: undefined,
    children,
  } as const
}

function thereNode(
  section: Section,
  copy: number,
  counts: Counts | undefined,
  children: readonly SectionNode[],
): SectionNode {
  const { definition, heading, hasText, span } = section
  const isEmpty = !hasText && children.length === 0 && definition.kind === 'text'
  return {
    id: copy === 0 ? definition.id : `${definition.id} ${copy}`,
    title: plainTitle(section),
    name: hasShortName(definition) ? definition.short : plainTitle(section),
    state: isEmpty ? 'empty' : 'there',
    problems: counts?.problems ?? 0,
    toDos: counts?.toDos ?? 0,
    target: bare(heading.title),
    span: bare(span),
    children,
  }
}

/** A title that goes on differently each time, or has nothing shorter, is shown as it is in the report. */
function hasShortName({ title, short, repeatable, prefix }: SectionDefinition): boolean {
  return short !== title && !repeatable && !prefix
}

/** Problems that VS Code lists (hints are left out), and to-dos, by the section they are in. */
function countBySection(
  report: Report,
  findings: readonly CheckedFinding[],
): ReadonlyMap<Section, Counts> {
  const counts = new Map<Section, Counts>()
  for (const { span, toDo, severity } of findings) {
    const section = sectionAt(report, span.start)
    if (section === undefined) continue
    const count = counts.get(section) ?? { problems: 0, toDos: 0 }
    counts.set(section, count)
    if (toDo === true) count.toDos++
    else if (severity !== 'hint') count.problems++
  }
  return counts
}

// --- What is open -----------------------------------------------------------------------------

/** Rules about what is marked as open; in a finished report these are problems. */
const openNote = 'open-note'
const openPlaceholder = 'open-placeholder'

/**
 * What is listed before a report leaves the house: what is to be put right, the gravest first; then its notes and
 * whatever would be a to-do in a draft, even where it counts as finished and these are problems.
 */
export function whatIsLeft(report: Report, severities: Severities): readonly LeftNode[] {
  const draft: Report = { ...report, status: 'draft' }
  const findings = checkReport(draft, severities)
  const problems = (['error', 'warning'] as const).flatMap(severity =>
    findings
      .filter(finding => finding.severity === severity && !isOpen(finding))
      .map(({ message, span }): LeftNode => {
        const place = placeOf(report, span)
        const target = bare(span)
        return { kind: 'problem', name: message, words: message, author: '', place, target }
      }),
  )
  return [...problems, ...openNodes(draft, findings)]
}

/** How many entries the list of notes and to-dos has. */
export function countOpen(report: Report, findings: readonly CheckedFinding[]): number {
  return report.notes.length + listedToDos(report, findings).length
}

function openNodes(report: Report, findings: readonly CheckedFinding[]): readonly OpenNode[] {
  const notes = report.notes.map((note): OpenNode => {
    const { author, text, span } = note
    return {
      kind: 'note',
      name: text.text,
      words: text.text,
      author,
      place: placeOf(report, span),
      target: bare(span),
    }
  })
  const toDos = listedToDos(report, findings).map(({ message, span, rule }): OpenNode => {
    const place = placeOf(report, span)
    // Messages about placeholders all end alike: what tells them apart is their words and place.
    const name = rule.id === openPlaceholder ? report.text.slice(span.start, span.end) : message
    return { kind: 'to-do', name, words: message, author: '', place, target: bare(span) }
  })
  return [...notes, ...toDos].sort((a, b) => a.target.start - b.target.start)
}

/** What is open, but for what is in a note, since the note is listed itself. */
function listedToDos(
  { notes }: Report,
  findings: readonly CheckedFinding[],
): readonly CheckedFinding[] {
  return findings
    .filter(finding => isOpen(finding) && finding.rule.id !== openNote)
    .filter(({ span }) => !notes.some(note => touches(note.span, span.start)))
}

function isOpen({ toDo, rule }: CheckedFinding): boolean {
  return toDo === true || rule.id === openPlaceholder || rule.id === openNote
}

function placeOf(report: Report, { start }: Span): string {
  const { section, within } = wordPlace(report, start)
  return within === '' ? section : `${section}, ${within}`
}

/** The span alone, without the text that some spans carry. */
function bare({ start, end }: Span): Span {
  return { start, end }
}
