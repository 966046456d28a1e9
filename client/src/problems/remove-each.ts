/** Removes several things, of which one that cannot be removed does not keep the others. */

export interface Removed {
  /** Was there anything to remove? */
  readonly wasAny: boolean
  readonly errors: readonly unknown[]
}

/** Each removal says whether there was anything. */
export async function removeEach(
  removals: readonly (() => boolean | Promise<boolean>)[],
): Promise<Removed> {
  let wasAny = false
  const errors: unknown[] = []
  for (const remove of removals) {
    try {
      if (await remove()) wasAny = true
    } catch (error) {
      errors.push(error)
    }
  }
  return { wasAny, errors }
}
