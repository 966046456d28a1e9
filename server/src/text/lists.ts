/** Functions for lists of any length: a call with more than some 100,000 arguments throws. */

/** Puts the items at the end of the list. */
export function append<Item>(list: Item[], more: Iterable<Item>): void {
  for (const item of more) list.push(item)
}

/** The greatest of the numbers, and never less than `atLeast`: -Infinity where there are none. */
export function greatest(numbers: Iterable<number>, atLeast = Number.NEGATIVE_INFINITY): number {
  let found = atLeast
  for (const number of numbers) if (number > found) found = number
  return found
}

/** The least of the numbers, and never more than `atMost`: Infinity where there are none. */
export function least(numbers: Iterable<number>, atMost = Number.POSITIVE_INFINITY): number {
  let found = atMost
  for (const number of numbers) if (number < found) found = number
  return found
}
