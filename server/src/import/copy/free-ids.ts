/** Numbers that are not in use for comments and tracked changes of a document. */

export class FreeIds {
  private readonly taken = new Set<string>()
  private last = -1

  /** `parts` are the XML of those parts that have such numbers. */
  constructor(parts: readonly string[]) {
    for (const xml of parts)
      for (const [, id = ''] of xml.matchAll(/\bid\s*=\s*["'](\d+)["']/g)) this.taken.add(id)
  }

  /** The least that is free; it is taken now. */
  next(): number {
    do this.last++
    while (this.taken.has(String(this.last)))
    return this.last
  }
}
