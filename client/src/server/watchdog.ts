/** Notices that the server answers nothing any more: without VS Code, and with no clock but the ticks it is given. */

/** How many seconds a server may be silent after a question. */
export const patience = 10

/** After this many silent seconds it is asked for a sign of life, which costs it nothing. */
const pingAfter = 3

export interface Surroundings {
  /** Calls `tick` each second, until the function that it returns is called. */
  readonly everySecond: (tick: () => void) => () => void
  /** Asks the server for nothing but an answer. */
  readonly ping: () => Promise<unknown>
  /** Called when the server hangs, with the document that is its likeliest cause; undefined if none is suspected. */
  readonly onHang: (document: string | undefined) => void
}

interface Question {
  /** The document that it is about, if it is about one. */
  readonly document: string | undefined
}

/**
 * Seconds are counted by ticks of the client's own timer and not by a clock: while a laptop sleeps, a
 * debugger holds the client or its thread is busy, nothing ticks. Long work that lets the server answer a
 * ping is not a silence. While nothing is asked, nothing ticks.
 */
export class Watchdog {
  private readonly open = new Map<number, Question>()
  private asked = 0
  /** The server handles questions in order: whatever was asked before this one has been begun. */
  private lastAnswered = -1
  private silence = 0
  private endTicking: (() => void) | undefined
  private edited: string | undefined

  constructor(private readonly surroundings: Surroundings) {}

  /** Asks, and remembers the question until there is an answer, even if that is an error. */
  async watch<Answer>(document: string | undefined, ask: () => Promise<Answer>): Promise<Answer> {
    const question = this.asked++
    if (this.open.size === 0) this.silence = 0
    this.open.set(question, { document })
    this.endTicking ??= this.surroundings.everySecond(() => this.tick())
    try {
      return await ask()
    } finally {
      this.answered(question)
    }
  }

  /** A change of this document has gone to the server. */
  changed(document: string): void {
    this.edited = document
  }

  /** Whatever was asked is void: the server has ended, or is a new one. */
  forget(): void {
    this.open.clear()
    this.end()
  }

  private answered(question: number): void {
    if (!this.open.delete(question)) return
    this.silence = 0
    // The server had dealt with what was changed before it answered.
    this.edited = undefined
    this.lastAnswered = Math.max(this.lastAnswered, question)
    if (this.open.size === 0) this.end()
  }

  private end(): void {
    this.endTicking?.()
    this.endTicking = undefined
  }

  private tick(): void {
    this.silence++
    if (this.silence === pingAfter) this.watch(undefined, this.surroundings.ping).catch(() => {})
    if (this.silence < patience) return
    const document = this.suspect()
    this.forget()
    this.surroundings.onHang(document)
  }

  /**
   * The document of the first question asked after the one last answered; otherwise that of the oldest open
   * question; otherwise the document that was last changed since that answer.
   */
  private suspect(): string | undefined {
    const open = [...this.open].filter(([, { document }]) => document !== undefined)
    const [, first] = open.find(([question]) => question > this.lastAnswered) ?? open[0] ?? []
    return first?.document ?? this.edited
  }
}

/** How often the server is started again because of one document before that document is left unchecked. */
const restarts = 2

/** Which documents have hung the server, and which are therefore not shown to it. */
export class Hangs {
  private readonly counts = new Map<string | undefined, number>()
  private readonly left = new Set<string>()

  /** What to do now that the server hangs because of `document`; it is started again in each case. */
  after(document: string | undefined): 'say' | 'nothing' | 'leave' {
    const count = (this.counts.get(document) ?? 0) + 1
    this.counts.set(document, count)
    if (document === undefined || count <= restarts) return count === 1 ? 'say' : 'nothing'
    this.left.add(document)
    return 'leave'
  }

  /** Is the document left unchecked? */
  isLeft(document: string): boolean {
    return this.left.has(document)
  }

  /** Begins again with the document: it was closed, or the user wants it checked again. */
  forgive(document: string): void {
    this.left.delete(document)
    this.counts.delete(document)
  }
}
