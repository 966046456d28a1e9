/**
 * Matches what a text has against what its type expects, as one sequence.
 *
 * Names repeat in the two halves of a report, so a name alone does not show which place is meant. The heaviest
 * selection whose places rise through the type's order decides for all of them at once.
 */

/** Something in the text that may belong at one of several places in the type's order. */
export interface Candidate {
  /** Places in the type's order, with the weight of the evidence for each. */
  readonly places: readonly { readonly order: number; readonly weight: number }[]
}

/**
 * For each candidate, the place it takes, or undefined where it is out of order. Places rise through the text
 * and none is taken twice. O(n log m) for n candidates and m places.
 */
export function align(
  candidates: readonly Candidate[],
  count: number,
): readonly (number | undefined)[] {
  const tree: (Step | undefined)[] = new Array(count + 1)
  const best = (before: number): Step | undefined => {
    let found: Step | undefined
    for (let at = before; at > 0; at -= at & -at) {
      const step = tree[at]
      if (step !== undefined && (found === undefined || isBetter(step, found))) found = step
    }
    return found
  }
  for (let index = 0; index < candidates.length; index++) {
    const steps = (candidates[index] as Candidate).places.map(({ order, weight }): Step => {
      const previous = best(order)
      return { index, order, weight: weight + (previous?.weight ?? 0), previous }
    })
    for (const step of steps) {
      for (let at = step.order + 1; at <= count; at += at & -at) {
        const there = tree[at]
        if (there === undefined || step.weight > there.weight) tree[at] = step
      }
    }
  }
  const places: (number | undefined)[] = new Array(candidates.length).fill(undefined)
  for (let step = best(count); step !== undefined; step = step.previous)
    places[step.index] = step.order
  return places
}

interface Step {
  readonly index: number
  readonly order: number
  readonly weight: number
  readonly previous: Step | undefined
}

/** Is it heavier, or the same candidate at an earlier place? A text is written from its start. */
function isBetter(step: Step, than: Step): boolean {
  if (step.weight !== than.weight) return step.weight > than.weight
  return step.index === than.index && step.order < than.order
}
