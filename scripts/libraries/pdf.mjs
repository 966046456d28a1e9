// The PDF reader as it goes into the bundles: for text only, without a network, and with its work counted.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { formsAndChanges, showingPages, withoutParts } from './left-out.mjs'

/**
 * Calls to `server/src/import/pdf/work.ts` in the part of the PDF reader that does the work: what it unpacks,
 * reads and shows is counted, and it pauses where it would go on only after a moment anyway.
 */
const countedWork = [
  [
    'return this.buffer = buffer2;',
    'spendBytes(size - buffer.byteLength);\n    return this.buffer = buffer2;',
    1,
  ],
  [
    'const obj = this.parser.getObj();\n      if (obj instanceof Cmd) {\n        const cmd = obj.cmd;\n        const opSpec',
    'spendDrawing();\n      const obj = this.parser.getObj();\n      if (obj instanceof Cmd) {\n        const cmd = obj.cmd;\n        const opSpec',
    1,
  ],
  [
    'sink?.enqueue(textContent, length);',
    'spendPieces(length);\n      sink?.enqueue(textContent, length);',
    1,
  ],
  [
    'const glyphs = font.charsToGlyphs(chars);\n      const scale',
    'deliverLetters(chars.length);\n      const glyphs = font.charsToGlyphs(chars);\n      const scale',
    1,
  ],
  [
    'const glyphs = font.charsToGlyphs(chars);\n    if',
    'spendDrawing(chars.length);\n    const glyphs = font.charsToGlyphs(chars);\n    if',
    1,
  ],
  [
    'for (const annotationRef of annots) {\n        annotationPromises',
    'for (const annotationRef of annots) {\n        spendPieces(1);\n        annotationPromises',
    1,
  ],
  ['next(deferred);', 'next(rest());', 2],
  [
    'totalLength += chunk.byteLength;',
    'spendBytes(chunk.byteLength);\n        totalLength += chunk.byteLength;',
    1,
  ],
  [
    'switch (ch | 0) {\n        case -1:\n          warn("Unterminated string");',
    'spendDrawing();\n      switch (ch | 0) {\n        case -1:\n          warn("Unterminated string");',
    1,
  ],
  // A form on the page, which may hold others.
  [
    'case OPS.paintXObject:\n            flushTextContentItem();',
    'case OPS.paintXObject:\n            spendDrawing(200);\n            flushTextContentItem();',
    1,
  ],
  ['return new BrotliStream(stream, maybeLength);', 'refuseBrotli();', 1],
  // No font has more characters than two bytes can tell apart.
  ['const MAX_MAP_RANGE = 2 ** 24 - 1;', 'const MAX_MAP_RANGE = 2 ** 16 - 1;', 1],
]
const workFile = path.resolve(import.meta.dirname, '../../server/src/import/pdf/work.ts')

function withCountedWork(source, file) {
  const counted = countedWork.reduce((text, [from, to, times]) => {
    if (text.split(from).length !== times + 1) throw new Error(`${file} has changed: ${from}`)
    return text.replaceAll(from, to)
  }, source)
  return `import { deliverLetters, refuseBrotli, rest, spendBytes, spendDrawing, spendPieces } from ${JSON.stringify(workFile)};\n${counted}`
}

/**
 * Takes out of the PDF reader what is not needed for reading text: it looks for a drawing library, warns if
 * it finds none, and can fetch files from the network.
 */
export const pdfTextOnly = {
  name: 'pdf-text-only',
  setup(build) {
    const filter = /pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf(?:\.worker)?\.mjs$/
    build.onLoad({ filter }, async ({ path: file }) => {
      const isReader = file.endsWith('pdf.mjs')
      const original = await readFile(file, 'utf8')
      const source = isReader ? original : withCountedWork(original, file)
      const drawing = 'if (isNodeJS) {\n  let canvas;'
      if (isReader && !source.includes(drawing)) throw new Error(`${file} has changed.`)
      const contents = withoutParts(source, file, isReader ? showingPages : formsAndChanges)
        .replace(drawing, 'if (false) {\n  let canvas;')
        .replaceAll('import.meta.url', '""')
        .replace(/(?<=\b(?:await|return) |= )fetch\(/g, 'noNetwork(')
        .replace(/\bawait import\(/g, 'await noNetwork(')
        .replace(/\bXMLHttpRequest\b/g, 'noNetwork')
      return { contents: `const noNetwork = undefined;\n${contents}`, loader: 'js' }
    })
  },
}
