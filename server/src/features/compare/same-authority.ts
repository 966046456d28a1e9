/** Whether two names mean the same authority. */

import { singleSpaced } from '../../text/spaces'
import { normalTitle } from '../../types/normal-title'

/** Words that an authority's name has in one report and not in the next. */
const titles =
  /\b(?:the|royal|metropolitan|london|borough|city|county|district|unitary|local|authority|council|of|and|children's services)\b/g

/** `Westmarch` and `Westmarch County Council` are the same. */
export function isSameAuthority(one: string, other: string): boolean {
  return bareName(one) === bareName(other)
}

function bareName(name: string): string {
  const normal = normalTitle(name)
  return singleSpaced(normal.replace(titles, ' ')).trim() || normal
}
