/** How the cost of work grows when what it works on doubles, by CPU time compared within one run. */

/** The most that work which grows in proportion may cost after three doublings, with room for a busy machine. */
const proportionate = 24

/** What doubling made of the cost. */
export interface Growth {
  readonly isLinear: boolean
  /** The costs in microseconds by size, for the message of a test that fails. */
  readonly shown: string
}

/**
 * Calls what `prepare` makes for `from`, twice `from` and so on up to `to`, and compares each cost with that
 * of an eighth of the size. Ends at the first that is out of proportion, since the next might never end.
 */
export function growthOf(
  prepare: (size: number) => () => unknown,
  { from, to }: { readonly from: number; readonly to: number },
): Growth {
  const sizes: number[] = []
  const costs: number[] = []
  for (let size = from; size <= to; size *= 2) {
    let most = proportionate * Math.min(costs.at(-3) ?? Infinity, costs.at(-1) ?? Infinity)
    let cost = costOf(prepare(size))
    // Both sizes count as they are now: what was compiled for the smaller one alone may have been quicker.
    if (cost > most && size / 8 >= from) most = proportionate * costOf(prepare(size / 8))
    // The time that another program takes for a moment is not added again the next time.
    for (let again = 0; again < 4 && cost > most; again++)
      cost = Math.min(cost, costOf(prepare(size)))
    sizes.push(size)
    costs.push(cost)
    if (cost > most) return { isLinear: false, shown: shown(sizes, costs) }
  }
  return { isLinear: true, shown: shown(sizes, costs) }
}

function shown(sizes: readonly number[], costs: readonly number[]): string {
  return sizes.map((size, index) => `${size}: ${costs[index]?.toFixed(1)}`).join(', ')
}

/** The least CPU time of a call in microseconds, of a few measurements that are long enough to count. */
function costOf(work: () => unknown): number {
  work()
  let least = Number.POSITIVE_INFINITY
  for (let measurement = 0; measurement < 3; measurement++) {
    const start = process.cpuUsage()
    let [calls, spent] = [0, 0]
    while (spent < 500) {
      work()
      calls++
      const { user, system } = process.cpuUsage(start)
      spent = user + system
    }
    least = Math.min(least, spent / calls)
  }
  return least
}
