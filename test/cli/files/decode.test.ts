import assert from 'node:assert/strict'
import { decode, encode } from '../../../server/src/cli/files/decode'

const text = 'Grade 2 (good)\n7–18 March ’11\n'

describe('decode', () => {
  const forms: Readonly<Record<string, Uint8Array>> = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with a byte-order mark': Buffer.from(`\ufeff${text}`),
    'UTF-16, little end first': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'UTF-16, big end first': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  }
  for (const [name, bytes] of Object.entries(forms)) {
    it(`reads ${name}, and writes the same bytes`, () => {
      const decoded = decode(bytes)
      assert.equal(decoded.text, text)
      assert.deepEqual(Buffer.from(encode(decoded.text, decoded)), Buffer.from(bytes))
    })
  }

  const refused: Readonly<Record<string, readonly [Uint8Array, RegExp]>> = {
    'a PDF file': [Buffer.from('%PDF-1.7\n…'), /^This is a PDF file, not text\. .*"import"/],
    'a Word file': [
      Buffer.from('PK\x03\x04…'),
      /^This is a Word \(or another zipped\) file, not text\. .*"import"/,
    ],
    'a picture': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), /^This is not text/],
    'text with zeros': [Buffer.from('abc\0\0def'), /^This is not text\. Save/],
    'Windows letters': [Buffer.from('7\x96 18 March', 'latin1'), /in the encoding UTF-8\.$/],
    'UTF-16 without its mark': [Buffer.from(text, 'utf16le'), /without its byte-order mark/],
    'half a UTF-16 letter': [Buffer.from('\ufeffab', 'utf16le').subarray(0, 5), /like UTF-16/],
  }
  for (const [name, [bytes, message]] of Object.entries(refused)) {
    it(`refuses ${name}`, () => assert.throws(() => decode(bytes), { message }))
  }

  it('reads an empty file', () => assert.equal(decode(new Uint8Array()).text, ''))
})
