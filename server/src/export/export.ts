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
import { type Part, plainText } from './document'
import { withFootnotes } from './footnotes'
import { numberRemarks } from './number-remarks'
import { numberingOf } from './numbering'
import { partsOf } from './parts'
import { defaultStyles, styleId } from './styles'
import { fillTemplate } from './template'
import { bodyOf, contentsDepth, type StyleIds } from './word'

export { TemplateError } from './template'

export interface ExportOptions {
  /** The bytes of a Word document whose styles, headers and footers the report takes over. */
  readonly template?: Uint8Array | undefined
  /**
   * `estimated`, the default: the contents get their pages by laying the document out, which takes half
   * of the time. `none`: Word fills them in when it opens the document, after asking.
   */
  readonly pages?: 'estimated' | 'none'
}

export interface ExportedReport {
  /** The bytes of the document. */
  readonly bytes: Uint8Array
  /** What differs from the draft, in sentences for the user. */
  readonly remarks: readonly string[]
}

/**
 * The report as a Word document.
 *
 * Throws a `TemplateError`, whose message is for the user, where the template cannot be used.
 */
export async function exportReport(
  report: Report,
  { template, pages = 'estimated' }: ExportOptions = {},
): Promise<ExportedReport> {
  const parts = withFootnotes(partsOf(report))
  const remarks = numberRemarks(parts.filter(part => part.kind === 'numbered'))
  const bytes =
    template === undefined
      ? await newDocument(report, parts, pages)
      : await fillTemplate(template, parts, {
          styleNames: report.type.wordStyles,
          defaults: await defaultStylesXml(),
          title: titleOf(report, parts),
        })
  return { bytes, remarks }
}

const pageWidth = 11906
/** The library sets the page numbers of the contents for this margin. */
const margin = 1440

async function newDocument(
  report: Report,
  parts: readonly Part[],
  pages: NonNullable<ExportOptions['pages']>,
): Promise<Uint8Array> {
  const title = titleOf(report, parts)
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
  const { authority } = report.cover
  const isNamed = authority === undefined || title.includes(authority.text)
  const running = isNamed ? title : `${title}: ${authority.text}`
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
          first: new Header({ children: [new Paragraph('')] }),
          default: new Header({
            children: [new Paragraph({ children: [new TextRun({ text: running, ...small })] })],
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

/** The styles of a new document as it holds them. */
async function defaultStylesXml(): Promise<string> {
  const document = new Document({ styles: defaultStyles('above the text'), sections: [] })
  const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)))
  return strFromU8(files['word/styles.xml'] ?? new Uint8Array())
}

function titleOf(report: Report, parts: readonly Part[]): string {
  const title = parts.find(part => part.kind === 'title')
  return title === undefined ? report.type.name : plainText(title.runs)
}
