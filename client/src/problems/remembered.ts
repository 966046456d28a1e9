/**
 * What was ticked or ignored in files that were checked. Kept in VS Code's own storage on this computer, as
 * fingerprints from which neither a report nor the name of a file can be told; only the reasons that the user
 * wrote, and the day of the last change, are kept as they are.
 */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Memento } from 'vscode'
import { base64Of } from '../../../server/src/host/base64'

/** What is known about one report, whatever its file is called. */
export interface RememberedReport {
  readonly ticked: readonly string[]
  /** Reasons by fingerprint. */
  readonly ignored: Readonly<Record<string, string>>
  /** The files that it was in: fingerprints of their addresses, and of their names alone. */
  readonly files?: readonly string[]
  readonly names?: readonly string[]
  /** The day of the last change, as an ISO date. */
  readonly changed?: string
}

/** What can be said of a report whose name is not known. */
export interface KnownReport {
  readonly report: string
  readonly ticked: number
  readonly reasons: readonly string[]
  readonly changed: string | undefined
  /** Was it in a file of this name? Capital letters do not matter. */
  readonly isNamed: (name: string) => boolean
}

type Reports = Readonly<Record<string, RememberedReport>>

const reportsKey = 'checkedFiles'
const saltKey = 'checkedFiles.salt'

/** More reports than this are not remembered: those in which something was ticked or ignored longest ago are forgotten. */
const most = 200
/** More files of one report than this are not remembered: those that were open longest ago are forgotten. */
const mostFiles = 20

const nothing: RememberedReport = { ticked: [], ignored: {} }

export class Remembered {
  private readonly listeners = new Set<() => void>()

  constructor(private readonly storage: Memento) {}

  /** Calls the listener whenever something was ticked, ignored or forgotten. */
  onDidChange(listener: () => void): { dispose(): void } {
    this.listeners.add(listener)
    return { dispose: () => this.listeners.delete(listener) }
  }

  /** What stands for the words; the same on this computer, and on no other. */
  fingerprint(words: string): string {
    return forAddresses(hmac(sha256, utf8ToBytes(this.salt()), utf8ToBytes(words))).slice(0, 22)
  }

  of(report: string): RememberedReport {
    return this.reports()[report] ?? nothing
  }

  /** What stands for a report: the same for its next version, whose file may have another name. */
  reportOf(subject: string | null, file: string): string {
    return this.fingerprint(subject ?? file)
  }

  /** Has the user ticked or ignored the problem with this identity? */
  isSettled(report: string, identity: string): boolean {
    const { ticked, ignored } = this.of(report)
    const id = this.fingerprint(identity)
    return ticked.includes(id) || ignored[id] !== undefined
  }

  /** `file` is the address of the file that the report is in. */
  async tick(report: string, problem: string, isTicked: boolean, file: string): Promise<void> {
    const known = this.of(report)
    const others = known.ticked.filter(each => each !== problem)
    const ticked = isTicked ? [...others, problem] : others
    await this.change(report, { ...known, ticked }, file)
  }

  /** `reason` is undefined where the problem is to be shown again. */
  async ignore(
    report: string,
    problem: string,
    reason: string | undefined,
    file: string,
  ): Promise<void> {
    const known = this.of(report)
    const { [problem]: _, ...others } = known.ignored
    const ignored = reason === undefined ? others : { ...others, [problem]: reason }
    await this.change(report, { ...known, ignored }, file)
  }

  /** The report is in this file now; nothing is kept of one in which nothing was ticked or ignored. */
  async seenIn(report: string, file: string): Promise<void> {
    const known = this.reports()[report]
    if (known === undefined || known.files?.includes(this.fingerprint(file)) === true) return
    await this.storage.update(reportsKey, { ...this.reports(), [report]: this.within(known, file) })
  }

  /** Was there anything to forget? */
  async forget(report: string): Promise<boolean> {
    return this.forgetAll((_, each) => each === report)
  }

  /** Forgets each report that was in this file; says whether there was one. */
  async forgetFile(file: string): Promise<boolean> {
    const address = this.fingerprint(file)
    return this.forgetAll(({ files = [] }) => files.includes(address))
  }

  /** Forgets those reports, or all; says whether there was one. */
  async forgetAll(
    isMeant: (known: RememberedReport, report: string) => boolean = () => true,
  ): Promise<boolean> {
    const all = Object.entries(this.reports())
    const left = all.filter(([report, known]) => !isMeant(known, report))
    if (left.length === all.length) return false
    await this.storage.update(reportsKey, Object.fromEntries(left))
    this.tell()
    return true
  }

  /** Every report of which something is kept, the one that changed last first. */
  all(): readonly KnownReport[] {
    return Object.entries(this.reports())
      .reverse()
      .map(([report, { ticked, ignored, names = [], changed }]) => ({
        report,
        ticked: ticked.length,
        reasons: Object.values(ignored),
        changed,
        isNamed: name => names.includes(this.fingerprint(name.toLowerCase())),
      }))
  }

  private async change(report: string, what: RememberedReport, file: string): Promise<void> {
    const { [report]: _, ...others } = this.reports()
    const isEmpty = what.ticked.length === 0 && Object.keys(what.ignored).length === 0
    const kept: RememberedReport = { ...this.within(what, file), changed: today() }
    const all = [...Object.entries(others), ...(isEmpty ? [] : [[report, kept] as const])]
    await this.storage.update(reportsKey, Object.fromEntries(all.slice(-most)))
    this.tell()
  }

  /** The same with the file among those that it was in. */
  private within(what: RememberedReport, file: string): RememberedReport {
    const name = file.slice(file.lastIndexOf('/') + 1)
    const added = (known: readonly string[] | undefined, words: string) => {
      const own = this.fingerprint(words)
      return [...(known ?? []).filter(each => each !== own), own].slice(-mostFiles)
    }
    return {
      ...what,
      files: added(what.files, file),
      names: added(what.names, decodeURIComponent(name).toLowerCase()),
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }

  private reports(): Reports {
    return this.storage.get<Reports>(reportsKey) ?? {}
  }

  private salt(): string {
    const known = this.storage.get<string>(saltKey)
    if (known !== undefined) return known
    const salt = forAddresses(randomBytes(18))
    void this.storage.update(saltKey, salt)
    return salt
  }
}

/** As base64 without the characters that mean something in an address. */
function forAddresses(bytes: Uint8Array): string {
  return base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The day where the user is, as an ISO date. */
function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
