/** Keeps paragraph numbers and references in order after what is typed: what the server is asked, and what it answered. */

import { l10n, type TextDocument } from 'vscode'
import type {
  KeepNumbersParams,
  KeepNumbersResult,
  KeptNumbersAnswer,
} from '../../../server/src/lsp/protocol'
import { say } from '../messages/saying'
import { carried, type TextChange } from './text-change'
import { UnsettledNumbers } from './unsettled-numbers'

/** Asks the server about a document. */
export type AskNumbers = (
  document: TextDocument,
  question: Omit<KeepNumbersParams, 'textDocument' | 'version'>,
) => Promise<KeepNumbersResult>

/** Paragraphs that were taken out: the references to them find them again if they are put back. */
interface Taken {
  readonly text: string
  readonly numbers: KeptNumbersAnswer['numbers']
}

interface Answered {
  readonly answer: KeptNumbersAnswer
  /** What it writes, where that belongs now. */
  readonly edits: readonly TextChange[]
}

export class KeptNumbers {
  private readonly unsettled = new UnsettledNumbers()
  private answered: Answered | undefined
  private question: { readonly later: TextChange[] } | undefined
  private taken: Taken | undefined
  /** Has the document been seen with changes that are not saved? */
  private isTyped = false

  constructor(
    private readonly document: TextDocument,
    private readonly ask: AskNumbers,
  ) {}

  /** What is to be written, as edits of the text of the document. */
  get edits(): readonly TextChange[] {
    return this.answered?.edits ?? []
  }

  get areSettled(): boolean {
    return this.question === undefined && this.unsettled.isEmpty
  }

  /** Notes a change of `wanted`, the text as it is once all is written. */
  note(wanted: string, change: TextChange): void {
    const { state } = this.unsettled
    this.unsettled.note(wanted, change)
    // The answer may no longer apply.
    if (this.unsettled.state !== state) this.answered = undefined
  }

  /** The text of the document has changed. */
  changed(change: TextChange): void {
    this.question?.later.push(change)
    // It may be saved automatically before the numbers are in order.
    this.isTyped ||= this.document.isDirty
    this.keep(this.answered?.answer, this.answered?.edits, [change])
  }

  /** Drops the answer, which would touch something else that is to be written: it is asked for again afterwards. */
  drop(): void {
    this.answered = undefined
  }

  /** Something else was written; `hasNumbers` says whether the answer was written too. */
  written(hasNumbers: boolean): void {
    if (hasNumbers && this.answered !== undefined) this.settle(this.answered.answer)
    this.answered = undefined
    this.question = undefined
  }

  /** Forgets what was to be written: somebody who undoes a step wants the numbers and what was cut as they were. */
  forget(): void {
    this.settle(null)
    this.answered = undefined
    this.question = undefined
  }

  /** Asks what puts the numbers in order, once nothing else is to be written. False if nothing was asked. */
  async putInOrder(isReady: () => boolean): Promise<boolean> {
    if (this.question !== undefined || this.unsettled.isEmpty) return false
    const question = { later: [] }
    this.question = question
    try {
      // The server hears of the change first.
      await new Promise(resolve => setTimeout(resolve))
      if (this.question !== question || !isReady()) return true
      // Text that is read again from a file that has changed was not typed by anybody.
      if (!this.document.isDirty && !this.isTyped) {
        this.unsettled.settle()
        return false
      }
      question.later.length = 0
      const { state } = this.unsettled
      const { version } = this.document
      const answer = await this.ask(this.document, this.asked())
      if (this.question !== question || this.unsettled.state !== state) return true
      // Something was typed before the server had read the question.
      if (answer === null && this.document.version !== version) return true
      if (answer === null || answer.edits.length === 0) this.settle(answer)
      else this.keep(answer, answer.edits.map(asChange), question.later)
      return true
    } finally {
      if (this.question === question) this.question = undefined
    }
  }

  private keep(
    answer: KeptNumbersAnswer | undefined,
    edits: readonly TextChange[] | undefined,
    later: readonly TextChange[],
  ): void {
    const placed = edits && carried(edits, later)
    this.answered = answer && placed && { answer, edits: placed }
  }

  private asked(): Parameters<AskNumbers>[1] {
    const { back, typed } = this.unsettled
    const { taken } = this
    const text = this.document.getText()
    const isBack = back.some(
      ({ start, end }) => taken !== undefined && sameText(text.slice(start, end), taken.text),
    )
    return {
      back: back.map(each => ({ start: each.start, end: each.end, newText: each.text })),
      ...(typed && { typed }),
      ...(isBack && taken && { cut: taken.numbers }),
    }
  }

  private settle(answer: KeptNumbersAnswer | null): void {
    const text = this.unsettled.taken
    const numbers = answer?.numbers ?? []
    this.taken = text !== undefined && numbers.length > 0 ? { text, numbers } : undefined
    this.unsettled.settle()
    this.isTyped = false
    if (answer !== null && answer.waiting > 0)
      say(l10n.t('A reference led to a paragraph that is gone. It is marked [TBC].'))
  }
}

function asChange({ start, end, newText }: KeptNumbersAnswer['edits'][number]): TextChange {
  return { start, end, text: newText }
}

function sameText(a: string, b: string): boolean {
  return a.replace(/\r/g, '') === b.replace(/\r/g, '')
}
