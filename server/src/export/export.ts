/** A report as a Word document: the entry of a bundle that is loaded when something is exported. */

import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import { strFromU8, unzipSync } from 'fflate'
import type { Report } from '../report/model'
import { commentsIn, commentsOf, withCommentsPart } from './comments'
import { type Part, plainText } from './document'
import { withFootnotes } from './footnotes'
import { numberRemarks } from './number-remarks'
import { numberingOf } from './numbering'
import { partsOf } from './parts'
import { defaultStyles, styleId } from './styles'
import { fillTemplate } from './template'
import { draftWord } from './template-draft'
import { bodyOf, contentsDepth, type StyleIds } from './word'

export { pageAsWord } from './page'
export { TemplateError } from './template-error'

export interface ExportOptions {
  /** The bytes of a Word document from which the report takes styles, headers and footers. */
  readonly template?: Uint8Array | undefined
  /**
   * `estimated`, the default: the page numbers in the contents are found by laying the document out, which takes
   * most of the time. `none`: Word fills them in when it opens the document, after asking.
   */
  readonly pages?: 'estimated' | 'none'
  /** Do the notes of the draft become comments? They are left out otherwise. */
  readonly comments?: boolean
}

export interface ExportedReport {
  /** The bytes of the document. */
  readonly bytes: Uint8Array
  /** What differs from the draft, in sentences for the user. */
  readonly remarks: readonly string[]
}

/** What an export needs from a report, as data that can be handed to another thread. */
export interface Content {
  readonly parts: readonly Part[]
  readonly remarks: readonly string[]
  readonly title: string
  /** What is at the top of each page. */
  readonly running: string
  /** Does each page say that this is a draft? */
  readonly isDraft: boolean
  readonly wordStyles: Report['type']['wordStyles']
}

/**
 * The report as a Word document.
 *
 * Throws a `TemplateError`, whose message is for the user, where the template cannot be used.
 */
export function exportReport(report: Report, options?: ExportOptions): Promise<ExportedReport> {
  return documentOf(contentOf(report, options), options)
}

export function contentOf(
  report: Report,
  { comments = false }: Pick<ExportOptions, 'comments'> = {},
): Content {
  const parts = withFootnotes(partsOf(report, comments ? commentsOf(report) : []))
  const title = titleOf(report, parts)
  const { authority } = report.cover
  const isNamed = authority === undefined || title.includes(authority.text)
  return {
    parts,
    remarks: numberRemarks(parts.filter(part => part.kind === 'numbered')),
    title,
    running: isNamed ? title : `${title}: ${authority.text}`,
    isDraft: report.status === 'draft',
    wordStyles: report.type.wordStyles,
  }
}

/** The same as `exportReport`. */
export async function documentOf(
  content: Content,
  { template, pages = 'estimated' }: ExportOptions = {},
): Promise<ExportedReport> {
  const made =
    template === undefined
      ? { bytes: await newDocument(content, pages), remarks: [] }
      : await fillTemplate(template, content.parts, {
          styleNames: content.wordStyles,
          defaults: await defaultStylesXml(),
          title: content.title,
          isDraft: content.isDraft,
        })
  const bytes = withCommentsPart(made.bytes, commentsIn(content.parts))
  return { bytes, remarks: [...content.remarks, ...made.remarks] }
}

const pageWidth = 11906
/** The library positions the page numbers of the contents for this margin. */
const margin = 1440

async function newDocument(
  { parts, title, running, isDraft }: Content,
  pages: NonNullable<ExportOptions['pages']>,
): Promise<Uint8Array> {
  const hasContents = parts.some(({ kind }) => kind === 'contents')
  const styles: StyleIds = {
    of: styleId,
    footnoteText: 'FootnoteText',
    selfNumbered: new Set(),
    contentsDepth: contentsDepth(parts),
    textWidth: pageWidth - 2 * margin,
    hasContents,
    hasCoverPage: hasContents,
  }
  const small = { size: 18, color: '595959' }
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: defaultStyles(styles.hasCoverPage ? 'on a cover page' : 'above the text'),
    numbering: numberingOf(parts),
    ...(pages === 'estimated' && { pageNumbers: estimatePageNumbers }),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: pageWidth, height: 16838 },
            margin: { top: 1418, bottom: 1418, left: margin, right: margin },
          },
        },
        headers: {
          first: new Header({ children: isDraft ? [draftLine()] : [new Paragraph('')] }),
          default: new Header({
            children: [
              ...(isDraft ? [draftLine()] : []),
              new Paragraph({ children: [new TextRun({ text: running, ...small })] }),
            ],
          }),
        },
        footers: {
          first: new Footer({ children: [new Paragraph('')] }),
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ children: [PageNumber.CURRENT], ...small })],
              }),
            ],
          }),
        },
        children: bodyOf(parts, styles),
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** What says on a page that this is a draft. */
const draftLine = () =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ text: draftWord, bold: true, size: 22 })],
  })

/** The styles of a new document, in the form in which it holds them. */
async function defaultStylesXml(): Promise<string> {
  const document = new Document({ styles: defaultStyles('above the text'), sections: [] })
  const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
  return strFromU8(files['word/styles.xml'] ?? new Uint8Array())
}

function titleOf(report: Report, parts: readonly Part[]): string {
  const title = parts.find(part => part.kind === 'title')
  return title === undefined ? report.type.name : plainText(title.runs)
}
