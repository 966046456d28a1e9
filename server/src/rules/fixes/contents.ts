/** Remakes the contents from the headings, keeping every page number with its entry. */

import * as l10n from '@vscode/l10n'
import type { Contents, ContentsEntry, Report, Section } from '../../report/model'
import { insert, replace, type TextEdit } from '../../text/edits'
import { lineBeginning } from '../../text/line-beginning'
import { singleSpaced } from '../../text/spaces'
import type { SectionDefinition } from '../../types/report-type'
import type { Fix } from '../rule'

/**
 * One fix for all faults of the contents, or none where it would change nothing. It is safe only where
 * every page number keeps its entry.
 */
export function remakeContents(report: Report, contents: Contents): readonly Fix[] {
  const known = remade.get(contents)
  if (known !== undefined) return known
  const fixes = remake(report, contents)
  remade.set(contents, fixes)
  return fixes
}

/** Made once for all the findings that it settles: their number grows with the contents. */
const remade = new WeakMap<Contents, readonly Fix[]>()

function remake(report: Report, contents: Contents): readonly Fix[] {
  const lines = contentsLines(report)
  const isOpenEnded = lines.at(-1)?.entry === undefined && listForm(report, contents) === undefined
  if (isOpenEnded && !isAboveSection(report, contents)) return []
  const kept = lines.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))
  const text = written(report, contents, lines)
  const old = report.text.slice(contents.body.start, contents.body.end)
  if (text === old) return []
  const edits: TextEdit[] = [replace(contents.body, text)]
  return [
    {
      title: l10n.t('Update the contents from the headings'),
      // Contents without any entry may have been left empty on purpose.
      safe: contents.entries.length > 0 && pagesKept(report, contents, kept),
      preferred: true,
      settlesAll: true,
      edits,
    },
  ]
}

/** Is the next text after the contents a section's heading? Above other text a new entry would be read as a heading. */
function isAboveSection({ blocks, sections }: Report, { span }: Contents): boolean {
  const next = blocks.find(
    ({ start, kind }) => start >= span.end && kind !== 'blank' && kind !== 'furniture',
  )
  return next !== undefined && sections.some(({ heading }) => heading.line.start === next.start)
}

/**
 * Adds entries, without page numbers, for sections that are put into the report; none for those that already
 * have one, and none in contents that are empty or glued together.
 */
export function addEntries(
  report: Report,
  definitions: readonly SectionDefinition[],
): readonly TextEdit[] {
  const { contents, lines, text } = report
  if (contents === undefined || contents.entries.length === 0) return []
  if (contents.entries.some(({ glued }) => glued)) return []
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const gap = isSpacedOut(report, contents) ? newline : ''
  const sample = contents.entries.find(({ page }) => page !== undefined)
  const there = new Set(contents.entries.map(({ definition }) => definition))
  const isReadAtEnd = listForm(report, contents) !== undefined || isAboveSection(report, contents)
  const written = new Map<number, string>()
  for (const definition of definitions) {
    if (definition.contents !== 'always' || there.has(definition)) continue
    const before = contents.entries.findLast(
      entry => entry.definition !== undefined && entry.definition.order < definition.order,
    )
    if (before === contents.entries.at(-1) && !isReadAtEnd) continue
    const at =
      before === undefined ? contents.body.start : lines.start(lastLineOf(report, before) + 1)
    const line = lineText(
      report,
      contents,
      { definition, title: definition.title, entry: undefined },
      sample,
    )
    written.set(at, `${written.get(at) ?? ''}${gap}${line}${newline}`)
  }
  return [...written].map(([at, rows]) => insert(at, rows))
}

/** The line on which an entry ends; its title may be wrapped. */
function lastLineOf({ lines }: Report, { title, page }: ContentsEntry): number {
  return lines.lineAt(page?.end ?? title.end)
}

interface ContentsLine {
  readonly definition: SectionDefinition
  readonly title: string
  readonly entry: ContentsEntry | undefined
}

/** What the contents ought to say, in the type's order. */
function contentsLines({ contents, sections, missingSections }: Report): readonly ContentsLine[] {
  const lines = new Map<SectionDefinition, ContentsLine>()
  for (const entry of contents?.entries ?? []) {
    const { definition } = entry
    if (definition === undefined || definition.contents === 'never' || lines.has(definition))
      continue
    const isExpected = entry.section !== undefined || isMissing(definition, missingSections)
    if (!isExpected) continue
    const title =
      entry.placement === 'unknown' && entry.section ? definition.title : entry.title.text
    lines.set(definition, { definition, title, entry })
  }
  for (const section of sections) {
    const { definition } = section
    if (
      section.placement === 'duplicate' ||
      definition.contents !== 'always' ||
      lines.has(definition)
    )
      continue
    lines.set(definition, { definition, title: titleOf(section), entry: undefined })
  }
  return [...lines.values()].sort((a, b) => a.definition.order - b.definition.order)
}

function titleOf({ match, heading, definition }: Section): string {
  return match === 'exact' ? singleSpaced(heading.title.text) : definition.title
}

/** Is the section missing, or inside one that is? */
export function isMissing(
  definition: SectionDefinition,
  missing: readonly SectionDefinition[],
): boolean {
  for (let each: SectionDefinition | undefined = definition; each !== undefined; each = each.parent)
    if (missing.includes(each)) return true
  return false
}

function written(report: Report, contents: Contents, lines: readonly ContentsLine[]): string {
  const { text } = report
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const sample = contents.entries.find(each => !each.glued && each.page !== undefined)
  const body = text.slice(contents.body.start, contents.body.end)
  const isSpaced = isSpacedOut(report, contents)
  const rows: string[] = []
  for (let at = 0; at < lines.length; ) {
    const glued = intactLine(report, contents, lines, at)
    rows.push(glued?.text ?? lineText(report, contents, lines[at] as ContentsLine, sample))
    at += glued?.count ?? 1
  }
  if (contents.entries.length === 0) return newBody(report, contents, rows, newline)
  const tail = body.slice(body.trimEnd().length)
  return rows.join(isSpaced ? newline + newline : newline) + (tail === '' ? newline : tail)
}

/** The first entries below the heading, with a blank line before and after them. */
function newBody(
  { text }: Report,
  { body }: Contents,
  rows: readonly string[],
  newline: string,
): string {
  const lead = body.start > 0 && text.charAt(body.start - 1) !== '\n' ? newline : ''
  const isBlankAfter = /^[ \t]*(?:\r?\n|$)/.test(text.slice(body.end))
  return lead + newline + rows.join(newline) + newline + (isBlankAfter ? '' : newline)
}

/** A line of several entries glued together that follow each other in the new contents too: it can stay. */
function intactLine(
  { text, lines: index }: Report,
  { entries }: Contents,
  lines: readonly ContentsLine[],
  at: number,
): { readonly text: string; readonly count: number } | undefined {
  const entry = lines[at]?.entry
  if (entry?.glued !== true) return undefined
  const line = index.lineAt(entry.title.start)
  const together = entries.filter(each => index.lineAt(each.title.start) === line)
  if (together.some((each, offset) => lines[at + offset]?.entry !== each)) return undefined
  return { text: text.slice(index.start(line), index.end(line)), count: together.length }
}

/** Are there blank lines between the entries? */
function isSpacedOut({ lines }: Report, { entries }: Contents): boolean {
  const rows = [...new Set(entries.map(each => lines.lineAt(each.title.start)))]
  const first = rows[0]
  const last = rows.at(-1)
  if (first === undefined || last === undefined || rows.length < 2) return false
  return last - first >= 2 * (rows.length - 1)
}

/** An entry's own line if it has one; otherwise a new one in the form of the others. */
function lineText(
  report: Report,
  contents: Contents,
  { title, entry }: ContentsLine,
  sample: ContentsEntry | undefined,
): string {
  const { text, lines } = report
  if (entry !== undefined && !entry.glued) {
    const line = lines.lineAt(entry.title.start)
    const whole = text.slice(lines.start(line), lines.end(lastLineOf(report, entry)))
    return whole.replace(entry.title.text, () => title)
  }
  const list = listForm(report, contents)
  if (list !== undefined) {
    const page = entry?.page === undefined ? '' : ` ${entry.page.text}`
    return list.mark + (list.isLink ? `[${title}](#${anchorOf(title)})` : title) + page
  }
  const { before, between, after } = partsOf(report, contents, sample)
  const page = entry?.page?.text
  if (page !== undefined) return before + title + between + page + after
  return contents.form === 'pipe' ? `${before}${title}${between.trimEnd()}${after}` : before + title
}

/**
 * The mark before the entries of a list, and whether they are links; undefined where the contents are not a
 * list. Those of a Markdown report that have no entry yet become one.
 */
function listForm(
  { text, lines, sections }: Report,
  { entries }: Contents,
): { readonly mark: string; readonly isLink: boolean } | undefined {
  const [first] = entries
  if (first === undefined) {
    const isMarkdown = sections.some(({ heading }) => heading.marks.text !== '')
    return isMarkdown ? { mark: '- ', isLink: true } : undefined
  }
  const start = lines.start(lines.lineAt(first.title.start))
  const { bullet } = lineBeginning(text, start, first.title.start)
  if (bullet === undefined || bullet.next === bullet.end) return undefined
  const rest = text.slice(bullet.next, first.title.start)
  if (rest !== '' && rest !== '[') return undefined
  return { mark: text.slice(start, bullet.next), isLink: rest === '[' }
}

/** The anchor that Markdown gives a heading: `being-healthy`. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

/** What is around the title and the page number of an entry. */
function partsOf({ text, lines }: Report, { form }: Contents, sample: ContentsEntry | undefined) {
  if (sample?.page === undefined)
    return {
      before: form === 'pipe' ? '| ' : '',
      between: { pipe: ' | ', tab: '\t', dots: ' ..... ', space: ' ', plain: ' ' }[form],
      after: form === 'pipe' ? ' |' : '',
    }
  const line = lines.lineAt(sample.title.start)
  const between = text.slice(sample.title.end, sample.page.start)
  return {
    before: text.slice(lines.start(line), sample.title.start),
    // Columns are padded by the length of the title, which a new entry's title does not have.
    between: form === 'pipe' ? between.replace(/ {2,}/g, ' ') : between,
    after: text.slice(sample.page.end, lines.end(line)).trimEnd(),
  }
}

/** Is each number in the contents after the same title as before? */
function pagesKept(
  { text }: Report,
  { body, entries }: Contents,
  kept: readonly ContentsEntry[],
): boolean {
  const stays = new Set(kept)
  if (!entries.every(each => each.page === undefined || stays.has(each))) return false
  let rest = ''
  let at = body.start
  for (const { title } of entries) {
    rest += text.slice(at, title.start)
    at = Math.max(at, title.end)
  }
  rest += text.slice(at, body.end)
  const numbers = rest.match(/\d+/g)?.length ?? 0
  return numbers === kept.filter(each => each.page !== undefined).length
}
