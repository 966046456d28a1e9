/**
 * Writes a Word file again with some of its parts changed: every other entry of the archive keeps its bytes, packed as
 * they are, with its time and its attributes. Libraries unpack and pack all of it, or leave out what they do not know.
 */

import { strToU8, ZipDeflate } from 'fflate'
import type { Steps } from '../../text/steps'
import { type Archive, ArchiveError, joined, type Listed } from '../word/archive'

/**
 * The archive with these parts in place of those of the same name, or after all the others. Throws an `ArchiveError`
 * where it would be too big for the usual form of archives.
 */
export function* repacked(
  archive: Archive,
  parts: ReadonlyMap<string, Uint8Array>,
): Steps<Uint8Array> {
  const { bytes, entries, listStart } = archive
  const places = [...new Set(entries.map(({ at }) => at))].sort((a, b) => a - b)
  if ((places.at(-1) ?? 0) > listStart) throw new ArchiveError('an entry after the list')
  const changed = new Map<number, Packed>()
  const added: Packed[] = []
  for (const [name, part] of parts) {
    const old = entries.findLast(each => each.name === name)
    const packed = yield* packedPart(name, part, recordOf(bytes, old ?? entries[0]))
    if (old === undefined) added.push(packed)
    else changed.set(old.at, packed)
  }
  const pieces = new Pieces()
  pieces.add(bytes.subarray(0, places[0] ?? listStart))
  const moved = new Map<number, number>()
  for (const [index, at] of places.entries()) {
    moved.set(at, pieces.length)
    const packed = changed.get(at)
    if (packed === undefined) pieces.add(bytes.subarray(at, places[index + 1] ?? listStart))
    else pieces.addPacked(packed)
  }
  const starts = added.map(packed => {
    const start = pieces.length
    pieces.addPacked(packed)
    return start
  })
  const list = pieces.length
  for (const entry of entries) {
    const packed = changed.get(entry.at)
    const start = moved.get(entry.at) ?? 0
    pieces.add(packed === undefined ? movedRecord(bytes, entry, start) : record(packed, start))
  }
  for (const [index, packed] of added.entries()) pieces.add(record(packed, starts[index] ?? 0))
  const { length } = pieces
  pieces.add(ending(archive, { count: entries.length + added.length, list, length }))
  return pieces.joined()
}

/** A part as it is written into the archive. */
interface Packed {
  readonly name: Uint8Array
  readonly chunks: readonly Uint8Array[]
  /** In bytes, packed and not. */
  readonly length: number
  readonly unpacked: number
  /** The checksum of the bytes that are packed. */
  readonly sum: number
  /** The record of the entry in whose place it is, or of another one, for its time and attributes. */
  readonly like: DataView
}

/** Bytes that are packed in one step. */
const bytesInStep = 100_000

function* packedPart(name: string, part: Uint8Array, like: DataView): Steps<Packed> {
  const chunks: Uint8Array[] = []
  const packing = new ZipDeflate(name, { level: 6 })
  packing.ondata = (error, chunk) => {
    if (error !== null) throw error
    chunks.push(chunk)
  }
  for (let at = 0; at === 0 || at < part.length; at += bytesInStep) {
    packing.push(part.subarray(at, at + bytesInStep), at + bytesInStep >= part.length)
    yield
  }
  return {
    name: strToU8(name),
    chunks,
    length: chunks.reduce((sum, { length }) => sum + length, 0),
    unpacked: part.length,
    sum: packing.crc,
    like,
  }
}

/** Reads the record of an entry; an empty one where there is none. */
function recordOf(bytes: Uint8Array, entry: Listed | undefined): DataView {
  const { start, end } = entry?.record ?? { start: 0, end: 0 }
  return start === end
    ? new DataView(new ArrayBuffer(recordLength))
    : new DataView(bytes.buffer, bytes.byteOffset + start, end - start)
}

const headerLength = 30
const recordLength = 46

/** Names in UTF-8. */
const utf8Names = 0x0800
/** What is needed to unpack an entry: version 2.0. */
const version = 20
const deflated = 8

function localHeader(packed: Packed): Uint8Array {
  const header = new Uint8Array(headerLength + packed.name.length)
  const view = new DataView(header.buffer)
  view.setUint32(0, 0x04034b50, true)
  writeFields(view, 4, packed)
  header.set(packed.name, headerLength)
  return header
}

function record(packed: Packed, start: number): Uint8Array {
  const bytes = new Uint8Array(recordLength + packed.name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, packed.like.getUint16(4, true), true)
  writeFields(view, 6, packed)
  view.setUint32(38, packed.like.getUint32(38, true), true)
  view.setUint32(42, inFourBytes(start), true)
  bytes.set(packed.name, recordLength)
  return bytes
}

/** What headers and records have in common. */
function writeFields(view: DataView, at: number, packed: Packed): void {
  view.setUint16(at, version, true)
  view.setUint16(at + 2, packed.like.getUint16(8, true) & utf8Names, true)
  view.setUint16(at + 4, deflated, true)
  view.setUint32(at + 6, packed.like.getUint32(12, true), true)
  view.setUint32(at + 10, packed.sum, true)
  view.setUint32(at + 14, inFourBytes(packed.length), true)
  view.setUint32(at + 18, inFourBytes(packed.unpacked), true)
  view.setUint16(at + 22, packed.name.length, true)
}

/** The record of an entry whose bytes begin elsewhere now. */
function movedRecord(bytes: Uint8Array, { record, field }: Listed, start: number): Uint8Array {
  const copy = Uint8Array.from(bytes.subarray(record.start, record.end))
  const view = new DataView(copy.buffer)
  const at = field.start - record.start
  if (field.end - field.start === 8) view.setBigUint64(at, BigInt(start), true)
  else view.setUint32(at, inFourBytes(start), true)
  return copy
}

interface List {
  readonly count: number
  /** Where the list of entries begins, and how long the archive is up to its end. */
  readonly list: number
  readonly length: number
}

/** What follows the list: the record at the end of the archive, and those that very big ones have before it. */
function ending(archive: Archive, { count, list, length }: List): Uint8Array {
  const { bytes, entries, listStart, end, bigEnd } = archive
  const start = bigEnd ?? end
  if (start < (entries.at(-1)?.record.end ?? listStart)) throw new ArchiveError('no end')
  const copy = Uint8Array.from(bytes.subarray(start))
  const view = new DataView(copy.buffer)
  if (bigEnd !== undefined) {
    for (const field of [24, 32]) view.setBigUint64(field, BigInt(count), true)
    view.setBigUint64(40, BigInt(length - list), true)
    view.setBigUint64(48, BigInt(list), true)
    view.setBigUint64(end - bigEnd - locatorLength + 8, BigInt(length), true)
  }
  const at = end - start
  const writeIfUsed = (field: number, number: number) => {
    if (view.getUint32(at + field, true) !== 0xffffffff || bigEnd === undefined)
      view.setUint32(at + field, inFourBytes(number), true)
  }
  if (bigEnd === undefined || view.getUint16(at + 10, true) !== 0xffff) {
    if (count >= 0xffff) throw new ArchiveError('too many parts')
    for (const field of [8, 10]) view.setUint16(at + field, count, true)
  }
  writeIfUsed(12, length - list)
  writeIfUsed(16, list)
  return copy
}

/** What says where the record of a very big archive begins. */
const locatorLength = 20

function inFourBytes(number: number): number {
  if (number >= 0xffffffff) throw new ArchiveError('too big')
  return number
}

/** Pieces of a file, one after another. */
class Pieces {
  private readonly pieces: Uint8Array[] = []
  length = 0

  add(piece: Uint8Array): void {
    this.pieces.push(piece)
    this.length += piece.length
  }

  addPacked(packed: Packed): void {
    this.add(localHeader(packed))
    for (const chunk of packed.chunks) this.add(chunk)
  }

  joined(): Uint8Array {
    return joined(this.pieces)
  }
}
