/** A page to read, such as the points for an author, as a Word document. */

import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Page, PageBlock, PageSpan, PageText } from '../features/page/page'
import { defaultStyles, styleId } from './styles'

/** The bytes of the document. Links of the page are plain text in it. */
export async function pageAsWord({ title, blocks }: Page): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: defaultStyles('above the text'),
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        children: [
          new Paragraph({ style: styleId('title'), children: [new TextRun(title)] }),
          ...blocks.flatMap(childrenOf),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function childrenOf(block: PageBlock): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: [new TextRun(block.text)],
        }),
      ]
    case 'text':
      return [new Paragraph({ style: styleId('text'), children: runsOf(block.content) })]
    case 'list':
      return block.items.map(
        item =>
          new Paragraph({
            style: styleId('text'),
            indent: { left: 425, hanging: 425 },
            tabStops: [{ type: 'left', position: 425 }],
            children: [new TextRun(`${block.isToTick ? '☐' : '•'}\t`), ...runsOf(item)],
          }),
      )
    case 'table':
      return [
        new Paragraph({
          style: styleId('text'),
          keepNext: true,
          children: [new TextRun({ text: block.caption, bold: true })],
        }),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [
            rowOf(
              block.columns.map(each => [each]),
              'header',
            ),
            ...block.rows.map(cells => rowOf(cells, 'text')),
          ],
        }),
      ]
  }
}

function rowOf(cells: readonly PageText[], kind: 'header' | 'text'): TableRow {
  const style = styleId(kind === 'header' ? 'tableHeader' : 'tableText')
  return new TableRow({
    tableHeader: kind === 'header',
    cantSplit: true,
    children: cells.map(
      cell => new TableCell({ children: [new Paragraph({ style, children: runsOf(cell) })] }),
    ),
  })
}

function runsOf(content: PageText): TextRun[] {
  return content.map(runOf)
}

function runOf(span: PageSpan): TextRun {
  if (typeof span === 'string') return new TextRun(span)
  const { text, kind } = span
  return new TextRun({
    text,
    bold: kind === 'strong' || kind === 'added',
    strike: kind === 'struck',
  })
}
