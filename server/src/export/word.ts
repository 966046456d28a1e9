/** The parts of a report as paragraphs and tables of a Word document. */

import {
  Bookmark,
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ExternalHyperlink,
  type FileChild,
  FootnoteReferenceRun,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { greatest } from '../text/lists'
import {
  type HeadingPart,
  type Part,
  plainText,
  type Run,
  type Runs,
  type TablePart,
} from './document'
import { bullets, type NumberList, numberLists } from './numbering'
import { coverLabelStyle, type Role } from './styles'

/** The ids of the styles in the document that is written. */
export interface StyleIds {
  readonly of: (role: Role) => string
  readonly footnoteText: string
  /** Styles that number or bullet their paragraphs themselves, so that nothing is added to them. */
  readonly selfNumbered: ReadonlySet<Role>
  /** The deepest level of heading that the contents list. */
  readonly contentsDepth: number
  /** The width of the text on a page, in twentieths of a point. */
  readonly textWidth: number
  /** Does the report have contents? */
  readonly hasContents: boolean
  /** Is the title on a page with little else, a hand's breadth below the top? */
  readonly hasCoverPage: boolean
}

/** The deepest level of heading that the contents name. */
export function contentsDepth(parts: readonly Part[]): number {
  const levels = parts.flatMap(part =>
    part.kind === 'heading' && part.anchor !== undefined ? [part.level] : [],
  )
  return greatest(levels, 1)
}

/** The body of the document. */
export function bodyOf(parts: readonly Part[], styles: StyleIds): readonly FileChild[] {
  const lists = numberLists(parts)
  return parts.flatMap(part => childrenOf(part, styles, lists.get(part)))
}

function childrenOf(
  part: Part,
  styles: StyleIds,
  list: NumberList | undefined,
): readonly FileChild[] {
  switch (part.kind) {
    case 'title':
      return [
        new Paragraph({
          style: styles.of('title'),
          children: textRuns(part.runs, styles),
          ...(styles.hasCoverPage && { spacing: { before: 1800 } }),
        }),
      ]
    case 'authority':
    case 'grade':
    case 'timescale':
    case 'text':
      return [paragraph(part.kind, part.runs, styles)]
    case 'cover': {
      const label = new TextRun({ text: part.label, style: coverLabelStyle })
      const children =
        part.label === '' ? [] : [label, new TextRun(part.runs.length > 0 ? ' ' : '')]
      const style = styles.of('cover')
      return [new Paragraph({ style, children: [...children, ...textRuns(part.runs, styles)] })]
    }
    case 'contents':
      return contents(part, styles)
    case 'heading':
      return [heading(part, styles)]
    case 'numbered': {
      const byStyle = list === undefined || (list.isFirst && styles.selfNumbered.has('numbered'))
      return [
        new Paragraph({
          style: styles.of('numbered'),
          children: textRuns(part.runs, styles),
          ...(byStyle
            ? {}
            : { numbering: { reference: list.reference, level: 0, instance: list.instance } }),
        }),
      ]
    }
    case 'item':
      return [item(part, styles)]
    case 'table':
      return [table(part, styles), new Paragraph({ style: styles.of('tableText'), children: [] })]
  }
}

function paragraph(role: Role, runs: Runs, styles: StyleIds): Paragraph {
  return new Paragraph({ style: styles.of(role), children: textRuns(runs, styles) })
}

function textRuns(runs: Runs, styles: StyleIds): ParagraphChild[] {
  return runs.flatMap(run => commented(run, wordsOf(run, styles)))
}

function wordsOf(run: Run, styles: StyleIds): readonly ParagraphChild[] {
  const { text, bold, italic, open, link, footnote } = run
  if (footnote !== undefined) {
    // Word has no comments in footnotes: they are at the mark.
    const comments = footnote.flatMap(each => each.comments ?? [])
    const plain = footnote.map(({ comments: _, ...each }) => each)
    const mark = new FootnoteReferenceRun({ children: [footnoteText(plain, styles)] })
    return commented({ text: '', comments }, [mark])
  }
  if (text === '') return []
  const words = new TextRun({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(open ? { highlight: 'yellow' } : {}),
    ...(link === undefined ? {} : { style: 'Hyperlink' }),
  })
  return [link === undefined ? words : new ExternalHyperlink({ link, children: [words] })]
}

/** The words between the marks of the comments on them. */
function commented(
  { comments = [] }: Run,
  words: readonly ParagraphChild[],
): readonly ParagraphChild[] {
  return [
    ...comments.map(({ id }) => new CommentRangeStart(id)),
    ...words,
    ...comments.flatMap(({ id }) => [
      new CommentRangeEnd(id),
      new TextRun({ children: [new CommentReference(id)] }),
    ]),
  ]
}

/** The library puts the mark before the text. */
function footnoteText(runs: Runs, styles: StyleIds): Paragraph {
  const children = [new TextRun(' '), ...textRuns(runs, styles)]
  return new Paragraph({ style: styles.footnoteText, children })
}

function heading({ level, runs, anchor, newPage }: HeadingPart, styles: StyleIds): Paragraph {
  const children = textRuns(runs, styles)
  const depth = Math.min(Math.max(level, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6
  // Without contents, there is nothing to be left out of.
  const listed = anchor !== undefined || !styles.hasContents
  return new Paragraph({
    style: styles.of(listed ? `heading${depth}` : `outside${depth}`),
    pageBreakBefore: newPage,
    children: anchor === undefined ? children : [new Bookmark({ id: anchor, children })],
  })
}

function contents(
  { title, entries }: Part & { kind: 'contents' },
  styles: StyleIds,
): readonly FileChild[] {
  const { contentsDepth } = styles
  return [
    new Paragraph({
      style: styles.of('contents'),
      pageBreakBefore: true,
      children: [new TextRun(title)],
    }),
    new TableOfContents(title, {
      hyperlink: true,
      headingStyleRange: `1-${contentsDepth}`,
      cachedEntries: entries.map(({ title, level, page, anchor }) => ({
        title,
        level: Math.min(level, 6),
        ...(page === undefined ? {} : { page }),
        ...(anchor === undefined ? {} : { href: anchor }),
      })),
    }),
  ]
}

function item({ level, mark, runs }: Part & { kind: 'item' }, styles: StyleIds): Paragraph {
  if (mark !== undefined) {
    const children = [new TextRun({ text: `${mark}\t` }), ...textRuns(runs, styles)]
    // The style has the indent of the outermost level.
    const indent = level === 0 ? {} : { indent: { left: 1134 + level * 567, hanging: 567 } }
    return new Paragraph({ style: styles.of('lettered'), children, ...indent })
  }
  const style = styles.of('bullet')
  if (styles.selfNumbered.has('bullet') && level === 0)
    return new Paragraph({ style, children: textRuns(runs, styles) })
  const numbering = { reference: bullets, level, instance: 0 }
  return new Paragraph({ style, numbering, children: textRuns(runs, styles) })
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' }

function table({ header, rows }: TablePart, styles: StyleIds): Table {
  const width = rows[0]?.cells.length ?? 1
  const widths = columnWidths(rows, width, styles.textWidth)
  return new Table({
    width: { size: styles.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: rows.map(({ cells, group }, at) => {
      const isHeader = header && at === 0
      const role = isHeader ? 'tableHeader' : group ? 'tableGroup' : 'tableText'
      const fill = isHeader ? 'D9E2F3' : group ? 'F2F2F2' : undefined
      return new TableRow({
        tableHeader: isHeader,
        cantSplit: true,
        children: cells.map(
          (runs, column) =>
            new TableCell({
              width: { size: widths[column] as number, type: WidthType.DXA },
              margins: { left: 100, right: 100 },
              verticalAlign: VerticalAlign.CENTER,
              ...(fill === undefined ? {} : { shading: { fill, type: 'clear', color: 'auto' } }),
              children: [paragraph(role, isHeader || group ? unbold(runs) : runs, styles)],
            }),
        ),
      })
    }),
  })
}

/** Header and group rows are bold because of their style. */
function unbold(runs: Runs): Runs {
  return runs.map(({ bold: _, ...run }) => run)
}

/**
 * Columns as wide as their longest cell requires, up to three lines' worth, but no narrower than their longest
 * word: Word would break "Inadequate" into "Inadequat" and "e".
 */
function columnWidths(rows: TablePart['rows'], count: number, whole: number): readonly number[] {
  const texts = Array.from({ length: count }, (_, column) =>
    rows.map(({ cells }) => plainText(cells[column] ?? [])),
  )
  const least = texts.map(cells => {
    const words = cells.flatMap(text => text.split(/\s+/))
    return (
      300 +
      140 *
        greatest(
          words.map(word => Math.min(word.length, 20)),
          4,
        )
    )
  })
  const wanted = texts.map((cells, at) => {
    const longest = greatest(cells.map(text => Math.min(text.length, 70)))
    return Math.max(1, 300 + 120 * longest - (least[at] as number))
  })
  const left = Math.max(0, whole - least.reduce(sum, 0))
  const all = wanted.reduce(sum, 0)
  return least.map((width, at) => Math.round(width + ((wanted[at] as number) / all) * left))
}

const sum = (total: number, each: number) => total + each
