/** Long work in short steps: whoever runs it may do something else between two of them, or stop. */

/**
 * Work that yields after each of its steps and returns its result. Its caller decides when it goes on, so that
 * the work itself stays pure and synchronous.
 *
 * A step takes a few milliseconds in a text of a million characters. `finish(parseSteps(text))` does all of
 * them at once.
 */
export type Steps<Result> = Generator<void, Result, void>

/**
 * Counts work, so that a step ends once a certain amount is done, whatever the machine: the unit is a
 * character of the text, and a step usually takes a few milliseconds.
 *
 * `if (pace.isOver(line.length)) yield` in a loop over lines.
 */
export class Pace {
  private done = 0

  constructor(private readonly most = 20_000) {}

  /** Counts the work that was just done. Is the step over? Then the next one begins. */
  isOver(work: number): boolean {
    // Empty work costs something too.
    this.done += work + 1
    if (this.done < this.most) return false
    this.done = 0
    return true
  }
}

/** Does the steps of some work, at once or in slices. */
export type Run = <Result>(steps: Steps<Result>) => Result | Promise<Result>

/** Does all the steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
