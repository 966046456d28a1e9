/** What a rule is, and what it finds. */

import type { Report, Suppression } from '../report/model'
import type { TextEdit } from '../text/edits'
import type { Span } from '../text/span'
import type { RuleSeverity } from '../types/report-type'

export type Severity = Exclude<RuleSeverity, 'off'>

/** One kind of fault. The rule's file, its page and its tests are named after its id. */
export interface Rule {
  readonly id: string
  /** One line for lists and settings, without the final full stop. */
  readonly summary: string
  readonly severity: RuleSeverity
  readonly fixable: 'always' | 'sometimes' | 'never'
  /** True for a rule that looks only at reports that count as finished: it is quiet while a draft is being written. */
  readonly waitsForFinish?: true
  /** Yields the faults of this kind in a report, in any order. Never throws. */
  check(report: Report): Iterable<Finding>
  /** For a rule about the checking itself: what it finds when all rules have run. */
  checkRun?(report: Report, run: Run): Iterable<Finding>
}

/** What running the rules over a report has yielded. */
export interface Run {
  /** Ids of all the rules there are. */
  readonly known: ReadonlySet<string>
  /** Ids of those that ran, that is, those that were not off. */
  readonly ran: ReadonlySet<string>
  /** For each suppression, the ids of the rules of which it took out a finding. */
  readonly silenced: ReadonlyMap<Suppression, ReadonlySet<string>>
}

/** One fault, at one place. */
export interface Finding {
  /** The wrong words only, on one line. */
  readonly span: Span
  /** What is wrong and what to do: two short sentences in the user's words. */
  readonly message: string
  /**
   * The same as a question, for somebody who decides it elsewhere, as in a comment of a Word document: what is wrong
   * about a grade is asked, since only a reader knows which of them is right.
   */
  readonly question?: string
  readonly related?: readonly Related[]
  /** Made only when asked for: the list, and each fix's edits. */
  readonly fixes?: () => readonly Fix[]
  /** In a draft: it, or its counterpart, is not written yet. Shown as a hint, counted separately. */
  readonly toDo?: boolean
  /** What is found may be right in some reports: it is only worth a look, however serious the rule is. */
  readonly doubtful?: boolean
}

export interface Related {
  readonly span: Span
  readonly message: string
}

export interface Fix {
  /** An instruction in the user's words: `Write "good"`. */
  readonly title: string
  /** Safe fixes cannot change what the report says; only they are applied by *fix all*. */
  readonly safe: boolean
  /** At most one of a finding's fixes: what the user most likely wants. Never a fix that changes a grade. */
  readonly preferred?: boolean
  readonly edits: readonly TextEdit[]
  /**
   * The same for editors with tab stops: an edit whose text is a snippet (`${1:…}`), in place of the first
   * of `edits`.
   */
  readonly snippet?: TextEdit
  /** True for a fix that settles all findings of this rule at once (renumber all, remake the table). */
  readonly settlesAll?: boolean
  /** True for a fix that changes all the text that follows: later findings of this rule as well. */
  readonly settlesFollowing?: boolean
}

/** A finding with what the runner adds: the rule and how serious it is. */
export interface CheckedFinding extends Finding {
  readonly rule: Rule
  readonly severity: Severity
}
