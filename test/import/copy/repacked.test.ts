/** A Word file with some parts changed: everything else keeps its bytes, packed as they are. */

import assert from 'node:assert/strict'
import { crc32 } from 'node:zlib'
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate'
import { repacked } from '../../../server/src/import/copy/repacked'
import { Archive, type Listed } from '../../../server/src/import/word/archive'
import { finish } from '../../../server/src/text/steps'

const words = strToU8('All children are safe. '.repeat(200))
const picture = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)
const mtime = '2026-03-04T10:20:30'

/** Ways in which programs write the same three parts. */
const archives: Readonly<Record<string, () => Uint8Array>> = {
  'as the library writes them': () =>
    zipSync({ 'a.xml': words, 'media/p.png': [picture, { level: 0 }], 'b.xml': words }, { mtime }),
  'with lengths after each part': () => streamed(),
  'with a folder among them': () =>
    zipSync({ media: {}, 'a.xml': words, 'media/p.png': picture, 'b.xml': words }, { mtime }),
  'with words of their own for each part and for the whole': () =>
    withComment(
      zipSync(
        {
          'a.xml': [words, { comment: 'first', extra: { 39321: strToU8('kept') } }],
          'media/p.png': picture,
          'b.xml': words,
        },
        { mtime },
      ),
    ),
  'in the form for very big archives': () => big(),
}

function streamed(): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((_, chunk) => chunks.push(chunk))
  for (const [name, bytes] of Object.entries({ 'a.xml': words, 'b.xml': words })) {
    const part = new ZipDeflate(name)
    zip.add(part)
    part.push(bytes, true)
  }
  const stored = new ZipPassThrough('media/p.png')
  zip.add(stored)
  stored.push(picture, true)
  zip.end()
  return Buffer.concat(chunks)
}

function withComment(zip: Uint8Array): Uint8Array {
  const end = Buffer.from(zip.subarray(zip.length - 22))
  end.writeUInt16LE(5, 20)
  return Buffer.concat([zip.subarray(0, zip.length - 22), end, strToU8('words')])
}

/** Numbers of eight bytes after the names in the list, and a record of that kind before the last one. */
function big(): Uint8Array {
  const plain = zipSync({ 'a.xml': words, 'media/p.png': picture, 'b.xml': words }, { mtime })
  const { entries, listStart, bytes } = new Archive(plain)
  const records = entries.map(({ record, at }) => {
    const own = Buffer.from(bytes.slice(record.start, record.end))
    const more = Buffer.alloc(28)
    more.writeUInt16LE(1, 0)
    more.writeUInt16LE(24, 2)
    more.writeBigUInt64LE(BigInt(own.readUInt32LE(24)), 4)
    more.writeBigUInt64LE(BigInt(own.readUInt32LE(20)), 12)
    more.writeBigUInt64LE(BigInt(at), 20)
    for (const field of [20, 24, 42]) own.writeUInt32LE(0xffffffff, field)
    own.writeUInt16LE(28, 30)
    return Buffer.concat([own, more])
  })
  const list = Buffer.concat(records)
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(entries.length), 24)
  record.writeBigUInt64LE(BigInt(entries.length), 32)
  record.writeBigUInt64LE(BigInt(list.length), 40)
  record.writeBigUInt64LE(BigInt(listStart), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(listStart + list.length), 8)
  locator.writeUInt32LE(1, 16)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(0xffff, 8)
  end.writeUInt16LE(0xffff, 10)
  end.writeUInt32LE(0xffffffff, 12)
  end.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([plain.subarray(0, listStart), list, record, locator, end])
}

/** An entry with its header, up to the next one. */
function stored({ entries, bytes, listStart }: Archive, { at }: Listed): Buffer {
  const later = entries.map(each => each.at).filter(each => each > at)
  return Buffer.from(bytes.subarray(at, Math.min(listStart, ...later)))
}

describe('an archive that is written again', () => {
  for (const [name, made] of Object.entries(archives))
    it(`keeps the bytes of all other parts: ${name}`, () => {
      const old = new Archive(made())
      const changes = new Map([
        ['a.xml', strToU8('Changed.')],
        ['new.xml', strToU8('New.')],
      ])
      const copy = new Archive(finish(repacked(old, changes)))
      const names = old.entries.map(each => each.name)
      assert.deepEqual(
        copy.entries.map(each => each.name),
        [...names, 'new.xml'],
      )
      for (const [index, entry] of old.entries.entries())
        if (entry.name !== 'a.xml')
          assert.deepEqual(stored(copy, copy.entries[index]!), stored(old, entry), entry.name)
      const parts = unzipSync(copy.bytes)
      assert.equal(strFromU8(parts['a.xml']!), 'Changed.')
      assert.equal(strFromU8(parts['new.xml']!), 'New.')
      assert.deepEqual(parts['b.xml'], words)
      assert.deepEqual(parts['media/p.png'], picture)
    })

  it('says the checksum, the length and the time of a part that was changed', () => {
    const old = new Archive(archives['as the library writes them']!())
    const part = strToU8('Changed – “good”.'.repeat(50_000))
    const copy = new Archive(finish(repacked(old, new Map([['a.xml', part]]))))
    const fields = ({ bytes, entries: [first] }: Archive) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset)
      const at = first!.record.start
      return {
        time: view.getUint32(at + 12, true),
        sum: view.getUint32(at + 16, true),
        length: view.getUint32(at + 24, true),
      }
    }
    assert.deepEqual(fields(copy), {
      time: fields(old).time,
      sum: crc32(part),
      length: part.length,
    })
    assert.deepEqual(unzipSync(copy.bytes)['a.xml'], part)
  })

  it('is the same archive where nothing is changed', () => {
    const bytes = archives['as the library writes them']!()
    assert.deepEqual(finish(repacked(new Archive(bytes), new Map())), bytes)
  })
})
