/** From the bytes of a file to its text and back, in the file's own encoding. */

import { type Encoding as AnyEncoding, encodingOf } from '../../text/decode'
import { greatest, least } from '../../text/lists'

/** Those that can be read and written back; a guess would be written too. */
export type Encoding = Exclude<AnyEncoding, 'windows-1252'>

export interface DecodedText {
  /** The text without its byte-order mark. */
  readonly text: string
  readonly encoding: Encoding
  readonly byteOrderMark: boolean
}

/** What is wrong with the bytes, as a sentence that says what to do; never decoded by guessing. */
export class NotTextError extends Error {}

/**
 * Reads UTF-8, and UTF-16 with a byte-order mark.
 *
 * Throws a `NotTextError` for anything else.
 */
export function decode(bytes: Uint8Array): DecodedText {
  const known = containers.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte))
  if (known !== undefined) {
    throw new NotTextError(`This is a ${known.name} file, not text. ${known.advice}`)
  }
  const { encoding: found, markLength } = encodingOf(bytes)
  const encoding = found === 'windows-1252' ? 'utf-8' : found
  let text: string
  try {
    const body = bytes.subarray(markLength)
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body)
  } catch {
    throw new NotTextError(
      encoding === 'utf-8'
        ? 'This is not text in UTF-8 or UTF-16. Save the report as plain text in the encoding UTF-8.'
        : 'This file begins like UTF-16 text, but goes on differently. Save the report as plain text (UTF-8).',
    )
  }
  if (text.includes('\0')) {
    throw new NotTextError(
      looksLikeUtf16(bytes)
        ? 'This looks like UTF-16 text without its byte-order mark. Save the report in the encoding UTF-8.'
        : 'This is not text. Save the report as plain text (UTF-8), and check that.',
    )
  }
  return { text, encoding, byteOrderMark: markLength > 0 }
}

/** The bytes of `text` in the encoding, and with the byte-order mark, of the file it came from. */
export function encode(text: string, { encoding, byteOrderMark }: DecodedText): Uint8Array {
  const marked = byteOrderMark ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8')
  const bytes = Buffer.from(marked, 'utf16le')
  return encoding === 'utf-16le' ? bytes : bytes.swap16()
}

const draftFirst = 'Make a draft of it first, with the command "import".'
const saveFirst = 'Save it in Word as .docx, and make a draft of that with the command "import".'

const containers = [
  { name: 'PDF', starts: [0x25, 0x50, 0x44, 0x46, 0x2d], advice: draftFirst },
  { name: 'Word (or another zipped)', starts: [0x50, 0x4b, 0x03, 0x04], advice: draftFirst },
  { name: 'Word 97', starts: [0xd0, 0xcf, 0x11, 0xe0], advice: saveFirst },
  { name: 'Rich Text', starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], advice: saveFirst },
]

/** Is about every second byte at the beginning a zero, as in English text in UTF-16? */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const zeros = [0, 0]
  const length = Math.min(bytes.length, 200)
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  return greatest(zeros) > length * 0.3 && least(zeros) < length * 0.1
}
