/** PDFs for the tests from words and lines at places on their pages. */

import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib'

/** Words at a place: `size` in points, `font` plain if left out. */
export interface Words {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly font?: 'plain' | 'bold' | 'symbols' | 'dingbats'
}

/** A thin line from one place to another. */
export interface Border {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

export type Mark = Words | Border

const fonts = {
  plain: StandardFonts.Helvetica,
  bold: StandardFonts.HelveticaBold,
  symbols: StandardFonts.Symbol,
  dingbats: StandardFonts.ZapfDingbats,
} as const

/** A PDF with these marks on its pages, which are of A4 if no size is given. */
export async function drawnPdf(
  pages: readonly (readonly Mark[])[],
  size: readonly [number, number] = [595, 842],
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const embedded = new Map<string, PDFFont>()
  for (const marks of pages) {
    const page = document.addPage([...size])
    for (const mark of marks)
      if ('text' in mark) {
        const name = mark.font ?? 'plain'
        const font = embedded.get(name) ?? (await document.embedFont(fonts[name]))
        embedded.set(name, font)
        page.drawText(mark.text, { x: mark.x, y: mark.y, size: mark.size ?? 11, font })
      } else drawBorder(page, mark)
  }
  return document.save()
}

function drawBorder(page: PDFPage, { from: [x, y], to: [endX, endY] }: Border): void {
  page.drawLine({ start: { x, y }, end: { x: endX, y: endY }, thickness: 0.5 })
}

/** Lines of text from a height down, `step` apart. */
export function lines(
  texts: readonly string[],
  y: number,
  { x = 70, size = 11, step = 14 } = {},
): readonly Words[] {
  return texts.map((text, at) => ({ text, x, y: y - at * step, size }))
}
