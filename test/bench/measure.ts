/** Timing. */

/** The median time of one call in milliseconds, after a warm-up; short calls are timed many times. */
export function median(work: () => unknown, longest = 1500): number {
  const until = performance.now() + longest
  const times: number[] = []
  for (let round = 0; round < 400 && (performance.now() < until || times.length < 5); round++) {
    const began = performance.now()
    work()
    times.push(performance.now() - began)
  }
  // The first calls run before the compiler has seen to them.
  return middle(times.slice(Math.floor(times.length / 4)))
}

export function middle(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
