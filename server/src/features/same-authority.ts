/** Whether two names mean one authority. */

import { normalTitle } from '../types/report-type'

/** What an authority's name has in one report and not in the next. */
const titles =
  /\b(?:the|royal|metropolitan|london|borough|city|county|district|unitary|local|authority|council|of|and|children's services)\b/g

/** `Westmarch` and `Westmarch County Council` are one. */
export function isSameAuthority(one: string, other: string): boolean {
  return bareName(one) === bareName(other)
}

function bareName(name: string): string {
  const normal = normalTitle(name)
  return normal.replace(titles, ' ').replace(/\s+/g, ' ').trim() || normal
}
