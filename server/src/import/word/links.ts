/** Links in a paragraph of a Word document, written as a draft has them: `[the plan](https://example.org)`. */

import * as l10n from '@vscode/l10n'
import { canBeLinked, isAddress, writtenAddress } from '../../report/marks/links'
import { append } from '../../text/lists'
import { done, excerpt } from '../text/change'
import { plainStretch, type Stretch, textOf } from './emphasis'
import type { Found } from './found'

/**
 * The stretches with the addresses of links after their words, unless these are the address. Where a link cannot be
 * written, as in a heading, its address is listed.
 */
export function withLinks(
  stretches: readonly Stretch[],
  isPlain: boolean,
  found: Found,
): readonly Stretch[] {
  if (!stretches.some(({ linkTo }) => linkTo !== undefined)) return stretches
  const result: Stretch[] = []
  for (let at = 0; at < stretches.length; ) {
    const address = stretches[at]?.linkTo
    let end = at + 1
    while (end < stretches.length && stretches[end]?.linkTo === address) end++
    const linked = stretches.slice(at, end)
    append(result, address === undefined ? linked : written(linked, address, isPlain, found))
    at = end
  }
  return result
}

function written(
  linked: readonly Stretch[],
  address: string,
  isPlain: boolean,
  found: Found,
): readonly Stretch[] {
  const words = textOf(linked)
  if (words.trim() === '' || isSame(address, words)) return linked
  const to = writtenAddress(address)
  const hasMarks = linked.some(({ isMark }) => isMark)
  if (!isPlain && !hasMarks && canBeLinked(words) && isAddress(to))
    return [mark('['), ...linked, mark(`](${to})`)]
  const message = l10n.t('Kept the words of a link, and left out its address.')
  found.changes.push(done('link', 0, message, { before: address, after: excerpt(words) }))
  return linked
}

const mark = (text: string): Stretch => ({ ...plainStretch(text), isMark: true })

/** Do the words say the address? */
function isSame(address: string, words: string): boolean {
  const bare = (text: string) =>
    text
      .replace(/^(?:https?:\/\/|mailto:)/i, '')
      .replace(/\/$/, '')
      .trim()
      .toLowerCase()
  return address.startsWith('#') || bare(words).includes(bare(address))
}
