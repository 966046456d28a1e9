import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { decodeText, decodeXml, encodingOf, fromWindows1252 } from '../../server/src/text/decode'

const bytes = (...values: readonly (number | string)[]) =>
  Uint8Array.from(
    values.flatMap(each => (typeof each === 'number' ? each : [...Buffer.from(each)])),
  )

/** The encoding standard's index of windows-1252, from 0x80 on, where it differs from that of ISO 8859-1. */
const standard: Readonly<Record<number, number>> = {
  128: 0x20ac,
  130: 0x201a,
  131: 0x0192,
  132: 0x201e,
  133: 0x2026,
  134: 0x2020,
  135: 0x2021,
  136: 0x02c6,
  137: 0x2030,
  138: 0x0160,
  139: 0x2039,
  140: 0x0152,
  142: 0x017d,
  145: 0x2018,
  146: 0x2019,
  147: 0x201c,
  148: 0x201d,
  149: 0x2022,
  150: 0x2013,
  151: 0x2014,
  152: 0x02dc,
  153: 0x2122,
  154: 0x0161,
  155: 0x203a,
  156: 0x0153,
  158: 0x017e,
  159: 0x0178,
}

describe('the encoding of Windows', () => {
  it('has the character of the standard for every byte', () => {
    for (let byte = 0; byte < 256; byte++) {
      const character = fromWindows1252(Uint8Array.of(byte))
      assert.equal(character.codePointAt(0), standard[byte] ?? byte, byte.toString(16))
      assert.equal(character.length, 1)
    }
  })

  it('is never asked of the platform, which gets it wrong in some versions', () => {
    const root = path.resolve(import.meta.dirname, '..')
    for (const file of globSync(['server/src/**/*.ts', 'client/**/*.ts'], { cwd: root }))
      if (file !== 'server/src/text/decode.ts')
        assert.doesNotMatch(
          readFileSync(path.join(root, file), 'utf8'),
          /TextDecoder\(\s*'(?!utf-(?:8|16le)')|'(?:latin1|binary|iso-8859-1)'/,
          file,
        )
  })

  it('is read in texts of any length', () => {
    const long = new Uint8Array(25_001).fill(0x96)
    assert.equal(decodeText(long), '–'.repeat(25_001))
  })
})

describe('decodeText', () => {
  const read: Readonly<Record<string, readonly [Uint8Array, string, string]>> = {
    'UTF-8': [bytes('the council’s plan – “good”'), 'utf-8', 'the council’s plan – “good”'],
    'UTF-8 with its mark': [bytes('\ufeffMay’s'), 'utf-8', 'May’s'],
    'letters of Windows': [bytes('May', 0x92, 's 5', 0x96, '16'), 'windows-1252', 'May’s 5–16'],
    'an accent of Windows': [bytes('Caf', 0xe9), 'windows-1252', 'Café'],
    'UTF-16, little end first': [Buffer.from('\ufeff5–16', 'utf16le'), 'utf-16le', '5–16'],
    'UTF-16, big end first': [Buffer.from('\ufeff5–16', 'utf16le').swap16(), 'utf-16be', '5–16'],
    'UTF-8 that is cut off in a letter': [
      bytes('May’s plan', 0xe2, 0x80),
      'utf-8',
      'May’s plan\ufffd',
    ],
    'UTF-8 with a damaged byte': [bytes('May’s pl', 0xff, 'n – ’'), 'utf-8', 'May’s pl\ufffdn – ’'],
    'UTF-8 in which characters were lost before': [
      bytes('May\ufffds plan'),
      'utf-8',
      'May\ufffds plan',
    ],
    'UTF-16 that is cut off in a letter': [
      Buffer.from('\ufeffab', 'utf16le').subarray(0, 5),
      'utf-16le',
      'a\ufffd',
    ],
    'half a pair in UTF-16': [Buffer.from('\ufeffa\ud83db', 'utf16le'), 'utf-16le', 'a\ufffdb'],
    'no bytes at all': [bytes(), 'utf-8', ''],
  }
  for (const [name, [given, encoding, text]] of Object.entries(read))
    it(`reads ${name}`, () => {
      assert.equal(encodingOf(given).encoding, encoding)
      assert.equal(decodeText(given), text)
    })
})

describe('the text of XML', () => {
  const xml = '<a b="ü – 書"/>'
  const little = Buffer.from(xml, 'utf16le')
  const big = Buffer.from(little).swap16()

  it('is read in each encoding that XML may have, with or without a mark', () => {
    for (const each of [
      Buffer.from(xml),
      bytes(0xef, 0xbb, 0xbf, xml),
      little,
      bytes(0xff, 0xfe, ...little),
      big,
      bytes(0xfe, 0xff, ...big),
    ])
      assert.equal(decodeXml(each), xml)
  })
})
