/** Makes PDFs for the tests from what is drawn on their pages, including some that no program would write. */

import { deflateSync } from 'node:zlib'

/** An object of a PDF by its number: 10 and above are free for tests. */
export type PdfObjects = Readonly<Record<number, string | Buffer>>

export interface PdfParts {
  /** What the page draws, in the language of PDF. */
  readonly content: string | Buffer
  readonly objects?: PdfObjects
  /** More entries of the page, and of its resources. */
  readonly page?: string
  readonly resources?: string
  readonly size?: string
}

/** A stream that is packed. */
export function stream(content: string | Buffer, entries = ''): Buffer {
  const packed = deflateSync(content)
  const head = `<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

/** A page whose objects are its own, the font `F1` and the stream that it draws. */
export function pdfFile({
  content,
  objects = {},
  page = '',
  resources = '',
  size = '0 0 595 842',
}: PdfParts): Uint8Array {
  return written({
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    3: `<</Type/Page/Parent 2 0 R/MediaBox[${size}]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>${resources}>>${page}>>`,
    4: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    5: stream(content),
    ...objects,
  })
}

/** That many pages, each drawn by the stream that `contentOf` gives for it. */
export function pagesFile(count: number, contentOf: (page: number) => string): Uint8Array {
  const numbers = Array.from({ length: count }, (_, at) => 10 + 2 * at)
  return written({
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: `<</Type/Pages/Kids[${numbers.map(each => `${each} 0 R`).join(' ')}]/Count ${count}>>`,
    4: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...Object.fromEntries(
      numbers.flatMap((each, at) => [
        [
          each,
          `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${each + 1} 0 R/Resources<</Font<</F1 4 0 R>>>>>>`,
        ],
        [each + 1, stream(contentOf(at + 1))],
      ]),
    ),
  })
}

export function written(objects: PdfObjects): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.5\n')]
  const places = new Map<number, number>()
  let at = parts[0]?.length ?? 0
  const add = (part: Uint8Array) => {
    parts.push(part)
    at += part.length
  }
  for (const [number, content] of Object.entries(objects)) {
    places.set(Number(number), at)
    add(
      Buffer.concat([
        Buffer.from(`${number} 0 obj\n`),
        Buffer.from(content),
        Buffer.from('\nendobj\n'),
      ]),
    )
  }
  const size = Math.max(...places.keys()) + 1
  const table = Array.from({ length: size }, (_, number) => {
    const place = places.get(number)
    return place === undefined
      ? '0000000000 65535 f \n'
      : `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const end = `xref\n0 ${size}\n${table.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`
  add(Buffer.from(end))
  return new Uint8Array(Buffer.concat(parts))
}

/** Text at a place on the page. */
export function shown(
  text: string,
  x: number | string,
  y: number | string,
  size: number | string = 11,
): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`
}
