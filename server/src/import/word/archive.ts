/**
 * The parts of a Word file, which is a zip: listed at once, unpacked one by one when they are read. Used for
 * imported documents, for templates and for copies.
 */

import { Inflate, strFromU8 } from 'fflate'
import type { Span } from '../../text/span'
import type { Steps } from '../../text/steps'
import type { Budget } from '../budget'

/** A part as it is in the archive. */
interface Packed {
  /** 0 for a part that is not packed at all, 8 for one that the library can unpack. */
  readonly method: number
  /** Where its header begins. */
  readonly at: number
  /** In bytes, according to the archive's own list. */
  readonly length: number
}

/** An entry of the archive's list: a part or a folder. */
export interface Listed {
  readonly name: string
  /** Its record in the list. */
  readonly record: Span
  /** Where its header begins, which the record says at `field`, in four bytes or in eight. */
  readonly at: number
  readonly field: Span
}

/** Thrown for a file that is not a zip, or is a damaged one. */
export class ArchiveError extends Error {}

export class Archive {
  private readonly parts = new Map<string, Packed>()
  private readonly view: DataView
  /** All entries in the order of the list, which begins at `listStart`. */
  readonly entries: Listed[] = []
  listStart = 0
  /** Where the record at the end begins and, in an archive of the format for very big ones, the record before it. */
  end = 0
  bigEnd: number | undefined
  /** The size of all parts, as they are packed. */
  private bytesListed = 0

  /**
   * Throws an `ArchiveError` where the list of parts, at the end of the archive, cannot be read, and where parts
   * share their bytes, so that a small file would be read again and again.
   */
  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    try {
      this.list()
    } catch (error) {
      throw new ArchiveError('no list of parts', { cause: error })
    }
  }

  /** The names of all parts. */
  get names(): Iterable<string> {
    return this.parts.keys()
  }

  has(name: string): boolean {
    return this.parts.has(name)
  }

  /**
   * The bytes of a part; undefined where there is no such part. It is read to its end, whatever the archive says
   * about its length. Throws an `ArchiveError` where it has no end, an `ImportError` where it is too long.
   */
  *read(name: string, budget: Budget): Steps<Uint8Array | undefined> {
    const part = this.parts.get(name)
    if (part === undefined) return undefined
    const packed = this.packed(part)
    if (part.method !== 0 && part.method !== 8)
      throw new ArchiveError(`${name} is packed otherwise`)
    if (part.method === 0) {
      budget.spend('bytes', packed.length)
      return packed
    }
    const chunks: Uint8Array[] = []
    const unpacking = new Inflate(chunk => {
      budget.spend('bytes', chunk.length)
      chunks.push(chunk)
    })
    // The library would take an empty part for a complete one.
    if (packed.length === 0) throw new ArchiveError(`no ${name}`)
    for (let at = 0; at < packed.length; at += bytesInStep) {
      const isLast = at + bytesInStep >= packed.length
      unpack(unpacking, packed.subarray(at, at + bytesInStep), isLast)
      yield
    }
    return joined(chunks)
  }

  private list(): void {
    const { view } = this
    const end = this.endOfList()
    this.end = end
    let [count, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)]
    if (count === 0xffff || at === 0xffffffff) {
      // Archives in the format for very big ones have their numbers in a record before this one.
      const big = Number(view.getBigUint64(end - 20 + 8, true))
      if (view.getUint32(big, true) !== 0x06064b50) throw new ArchiveError('no record')
      this.bigEnd = big
      count = Number(view.getBigUint64(big + 32, true))
      at = Number(view.getBigUint64(big + 48, true))
    }
    this.listStart = at
    for (; count > 0; count--) at = this.listPart(at)
    if (this.bytesListed > this.bytes.length) throw new ArchiveError('parts overlap')
  }

  /** Where the record at the end of the archive begins; a comment may follow it. */
  private endOfList(): number {
    const last = this.bytes.length - 22
    for (let at = last; at >= Math.max(0, last - 0xffff); at--)
      if (this.view.getUint32(at, true) === 0x06054b50) return at
    throw new ArchiveError('no end')
  }

  private listPart(at: number): number {
    const { view } = this
    if (view.getUint32(at, true) !== 0x02014b50) throw new ArchiveError('no entry')
    const method = view.getUint16(at + 10, true)
    const nameLength = view.getUint16(at + 28, true)
    const moreLength = view.getUint16(at + 30, true)
    const name = strFromU8(this.bytes.subarray(at + 46, at + 46 + nameLength))
    const more = at + 46 + nameLength
    const end = more + moreLength + view.getUint16(at + 32, true)
    const { length, start, field } = this.bigNumbers(at, more, more + moreLength)
    // A part that continues beyond the end is not read.
    if (start + length <= this.bytes.length) this.bytesListed += length
    // Folders are not parts of a Word file.
    if (!name.endsWith('/')) this.parts.set(name, { method, at: start, length })
    this.entries.push({ name, record: { start: at, end }, at: start, field })
    return end
  }

  /** Length and place of an entry; numbers that are too big for their fields follow its name. */
  private bigNumbers(at: number, more: number, end: number) {
    const { view } = this
    const unpacked = view.getUint32(at + 24, true)
    let length = view.getUint32(at + 20, true)
    let start = view.getUint32(at + 42, true)
    let field: Span = { start: at + 42, end: at + 46 }
    for (let each = more; each + 4 <= end; each += 4 + view.getUint16(each + 2, true)) {
      if (view.getUint16(each, true) !== 1) continue
      let next = each + 4 + (unpacked === 0xffffffff ? 8 : 0)
      if (length === 0xffffffff) {
        length = Number(view.getBigUint64(next, true))
        next += 8
      }
      if (start !== 0xffffffff) continue
      start = Number(view.getBigUint64(next, true))
      field = { start: next, end: next + 8 }
    }
    return { length, start, field }
  }

  /** The bytes of a part as they are in the archive, after a header of its own. */
  private packed({ at, length }: Packed): Uint8Array {
    try {
      if (this.view.getUint32(at, true) !== 0x04034b50) throw new ArchiveError('no part')
      const start =
        at + 30 + this.view.getUint16(at + 26, true) + this.view.getUint16(at + 28, true)
      if (start + length > this.bytes.length) throw new ArchiveError('a part is cut off')
      return this.bytes.subarray(start, start + length)
    } catch (error) {
      throw error instanceof ArchiveError ? error : new ArchiveError('no part')
    }
  }
}

/** Even if these unpack to a thousand times their size, that is only a few megabytes. */
const bytesInStep = 4096

function unpack(unpacking: Inflate, bytes: Uint8Array, isLast: boolean): void {
  try {
    unpacking.push(bytes, isLast)
  } catch (error) {
    // The library's errors mean damaged data; a refusal comes from the budget.
    if ((error as Error).name === 'ImportError') throw error
    throw new ArchiveError('a part is damaged', { cause: error })
  }
}

/** The chunks as one. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
