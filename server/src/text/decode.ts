/** From the bytes of a text file to its text: the only place that knows encodings by name. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface KnownEncoding {
  readonly encoding: Encoding
  /** Bytes of the byte-order mark at the beginning; 0 where there is none. */
  readonly markLength: number
}

/** What is read in place of bytes for which the encoding has no character. */
export const unreadable = '\ufffd'

/**
 * The encoding of a text, by its byte-order mark or its bytes: UTF-8, UTF-16 where the mark says so, and
 * otherwise that of Windows, which *Plain text* in Word produces. A text in UTF-8 of which a few bytes were
 * damaged or cut off is still UTF-8.
 */
export function encodingOf(bytes: Uint8Array): KnownEncoding {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markLength: 2 }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markLength: 2 }
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { encoding: 'utf-8', markLength: 3 }
  return { encoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252', markLength: 0 }
}

/** The text of the bytes, without its byte-order mark. Total: what cannot be read becomes `unreadable`. */
export function decodeText(bytes: Uint8Array): string {
  const { encoding, markLength } = encodingOf(bytes)
  const body = bytes.subarray(markLength)
  if (encoding === 'windows-1252') return fromWindows1252(body)
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(body)
}

/**
 * The text of XML, whose first bytes say whether it is UTF-16, with or without a byte-order mark; otherwise it is
 * UTF-8. Total: what cannot be read becomes `unreadable`.
 */
export function decodeXml(bytes: Uint8Array): string {
  return new TextDecoder(encodingOfXml(bytes)).decode(bytes)
}

/**
 * The bytes of XML in the encoding of `like`, with a byte-order mark where `like` has one, so that a part of it that
 * is decoded and encoded again has the same bytes, if all of them can be read.
 */
export function encodeXml(xml: string, like: Uint8Array): Uint8Array {
  const encoding = encodingOfXml(like)
  const marked = encodingOf(like).markLength > 0 ? `\ufeff${xml}` : xml
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  const view = new DataView(new ArrayBuffer(2 * marked.length))
  for (let at = 0; at < marked.length; at++)
    view.setUint16(2 * at, marked.charCodeAt(at), encoding === 'utf-16le')
  return new Uint8Array(view.buffer)
}

function encodingOfXml([first, second]: Uint8Array): Encoding {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

/** Letters beyond ASCII in the encoding of Windows are single bytes among ASCII; in UTF-8 they never are. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return isDamagedUtf8(bytes)
  }
}

function isDamagedUtf8(bytes: Uint8Array): boolean {
  let readable = 0
  let damaged = 0
  for (const letter of new TextDecoder().decode(bytes)) {
    if (letter === unreadable) damaged++
    else if (letter > '\x7f') readable++
  }
  return readable >= damaged
}

/**
 * The characters of the bytes from 0x80 on. Some versions of Node decode this encoding as ISO 8859-1, which
 * turns apostrophes and dashes into control characters, so the platform's decoder is not used.
 */
const windows1252 =
  '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ' +
  '\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ'

/** Few enough for the arguments of one call. */
const bytesAtOnce = 10_000

/** The text of bytes in the encoding of Windows in western Europe; every byte has a character. */
export function fromWindows1252(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += bytesAtOnce) {
    const codes = Array.from(bytes.subarray(start, start + bytesAtOnce), byte =>
      byte < 0x80 ? byte : windows1252.charCodeAt(byte - 0x80),
    )
    text += String.fromCharCode(...codes)
  }
  return text
}
