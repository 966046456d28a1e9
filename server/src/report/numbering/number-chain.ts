/** The longest part of a sequence of numbers that is in order. */

import { beforeFirst } from './paragraph-number'

/**
 * Marks the members of the longest strictly increasing part of `numbers`; what is not marked is out of
 * order. Numbers below 1 are never in it. Of equal numbers the first is taken, unless the second closes
 * the sequence better: in 6, 8, 8, 9 it is the first 8 that is wrong. Takes O(n log n).
 *
 * `increasingChain([5, 6, 71, 8])` marks all but 71.
 */
export function increasingChain(numbers: readonly number[]): boolean[] {
  const tails: number[] = []
  const before = new Int32Array(numbers.length)
  for (let index = 0; index < numbers.length; index++) {
    const value = numbers[index] as number
    if (value < 1) continue
    const at = firstTailFrom(numbers, tails, value)
    const tail = tails[at]
    if (tail !== undefined && numbers[tail] === value) continue
    before[index] = at === 0 ? -1 : (tails[at - 1] as number)
    tails[at] = index
  }
  const marked = new Array<boolean>(numbers.length).fill(false)
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) marked[at] = true
  preferClosing(numbers, marked)
  return marked
}

function firstTailFrom(
  numbers: readonly number[],
  tails: readonly number[],
  value: number,
): number {
  let low = 0
  let high = tails.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[tails[middle] as number] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Moves the mark from a number to its duplicate where the first leaves a gap before it and the second does
 * not.
 */
function preferClosing(numbers: readonly number[], marked: boolean[]): void {
  let previous = 0
  for (let index = 0; index < numbers.length; index++) {
    if (marked[index] !== true) continue
    const value = numbers[index] as number
    const gapBefore = value - Math.max(previous, beforeFirst(value)) > 1
    previous = value
    if (!gapBefore) continue
    let double = index + 1
    while (double < numbers.length && marked[double] !== true && numbers[double] !== value) double++
    if (double >= numbers.length || marked[double] === true || numbers[double] !== value) continue
    marked[index] = false
    marked[double] = true
    index = double
  }
}
