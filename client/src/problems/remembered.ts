/**
 * What was ticked or ignored in files that were checked. Kept in VS Code's own storage on this computer, as
 * fingerprints from which neither a report nor the name of a file can be told; only the reasons that the user
 * wrote are kept as they are.
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
}

type Reports = Readonly<Record<string, RememberedReport>>

const reportsKey = 'checkedFiles'
const saltKey = 'checkedFiles.salt'

/** More reports than this are not remembered: those in which something was ticked or ignored longest ago are forgotten. */
const most = 200

const nothing: RememberedReport = { ticked: [], ignored: {} }

export class Remembered {
  constructor(private readonly storage: Memento) {}

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

  async tick(report: string, problem: string, isTicked: boolean): Promise<void> {
    const { ticked, ignored } = this.of(report)
    const others = ticked.filter(each => each !== problem)
    await this.keep(report, { ticked: isTicked ? [...others, problem] : others, ignored })
  }

  /** `reason` is undefined where the problem is to be shown again. */
  async ignore(report: string, problem: string, reason: string | undefined): Promise<void> {
    const { ticked, ignored } = this.of(report)
    const { [problem]: _, ...others } = ignored
    await this.keep(report, {
      ticked,
      ignored: reason === undefined ? others : { ...others, [problem]: reason },
    })
  }

  /** Was there anything to forget? */
  async forget(report: string): Promise<boolean> {
    const { [report]: known, ...others } = this.reports()
    if (known !== undefined) await this.storage.update(reportsKey, others)
    return known !== undefined
  }

  private async keep(report: string, what: RememberedReport): Promise<void> {
    const { [report]: _, ...others } = this.reports()
    const isEmpty = what.ticked.length === 0 && Object.keys(what.ignored).length === 0
    const kept = [...Object.entries(others), ...(isEmpty ? [] : [[report, what] as const])]
    await this.storage.update(reportsKey, Object.fromEntries(kept.slice(-most)))
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
