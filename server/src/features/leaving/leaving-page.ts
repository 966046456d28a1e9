/** The page of what a report must not carry out of the house. */

import * as l10n from '@vscode/l10n'
import {
  heading,
  link,
  list,
  type Page,
  type PageBlock,
  type PageText,
  strong,
  text,
} from '../page/page'
import { kindAdvice, kindInList, kindTitle, type LeavingTarget, type Weight } from './kinds'
import type { LeavingCheck, LeavingItem, LeavingPart } from './leaving-check'

/** The page; `name` is what the user calls the file. */
export function leavingPage(name: string, check: LeavingCheck): Page {
  return {
    title:
      check.target === 'council'
        ? l10n.t('Before it leaves, to the council: {0}', name)
        : l10n.t('Before it leaves, to publication: {0}', name),
    blocks: [
      text(purpose(check.target)),
      text(...sum(check)),
      ...weights.flatMap(weight => weightBlocks(check, weight)),
      ...notFoundBlocks(check),
      heading(l10n.t('Not checked')),
      list(notChecked(check)),
    ],
  }
}

const weights: readonly Weight[] = ['must-go', 'look', 'may-stay']

function purpose(target: LeavingTarget): string {
  return target === 'council'
    ? l10n.t(
        'The council reads it to check its facts. It may say that it is a draft; what colleagues wrote for each other must not go with it.',
      )
    : l10n.t(
        'Everybody will be able to read it, and what was published cannot be taken back. Nothing in it may lead to a person, or say that it is a draft.',
      )
}

function sum({ parts, report }: LeavingCheck): PageText {
  const count = (weight: Weight) => parts.filter(each => each.weight === weight).length
  const [gone, look] = [count('must-go'), count('look')]
  const unread =
    report === undefined
      ? ` ${l10n.t('Its text is not a report of a known type, so only the file itself was looked at.')}`
      : ''
  if (gone === 0 && look === 0)
    return [strong(l10n.t('Nothing was found of the kinds looked for.')), unread]
  const first =
    gone === 0
      ? l10n.t('Nothing has to come out.')
      : gone === 1
        ? l10n.t('One kind of thing has to come out or be put right.')
        : l10n.t('{0} kinds of things have to come out or be put right.', gone)
  const second =
    look === 0
      ? ''
      : look === 1
        ? ` ${l10n.t('One is to be looked at.')}`
        : ` ${l10n.t('{0} are to be looked at.', look)}`
  return [strong(first), second, unread]
}

function weightTitle(weight: Weight): string {
  switch (weight) {
    case 'must-go':
      return l10n.t('Take out or put right')
    case 'look':
      return l10n.t('Look at')
    case 'may-stay':
      return l10n.t('May stay')
  }
}

function weightBlocks(check: LeavingCheck, weight: Weight): readonly PageBlock[] {
  const own = check.parts.filter(each => each.weight === weight)
  if (own.length === 0) return []
  return [heading(weightTitle(weight)), ...own.flatMap(part => partBlocks(part, check))]
}

/** More places than this are counted, not listed. */
const mostListed = 50

function partBlocks(
  { kind, items }: LeavingPart,
  { target, source }: LeavingCheck,
): readonly PageBlock[] {
  const advice = kindAdvice(kind, target, source)
  const more = items.length - mostListed
  const rest =
    more <= 0 ? [] : more === 1 ? [[l10n.t('and one more')]] : [[l10n.t('and {0} more', more)]]
  return [
    heading(kindTitle(kind), 3),
    ...(advice === '' ? [] : [text(advice)]),
    { kind: 'list', items: [...items.slice(0, mostListed).map(itemText), ...rest], isToTick: true },
  ]
}

/** `Staying safe, paragraph 12: Deleted “the **old** words”`. */
export function itemText({ place, at, what, quote }: LeavingItem): PageText {
  const where = at === undefined ? strong(place) : link(place, 'present', at)
  const beginning = place === '' ? [] : [where, ': ']
  if (quote === undefined) return [...beginning, what]
  const said = what === '' ? [] : [/[.?!]$/.test(what) ? `${what} ` : `${what}: `]
  return [...beginning, ...said, '“', quote.before, strong(quote.wrong), quote.after, '”']
}

function notFoundBlocks({ notFound }: LeavingCheck): readonly PageBlock[] {
  if (notFound.length === 0) return []
  return [
    heading(l10n.t('Not found')),
    text(
      l10n.t('Nothing found of the kinds looked for: {0}.', notFound.map(kindInList).join(', ')),
    ),
  ]
}

/** What the check does not find out, in sentences. */
export function notChecked({ source }: LeavingCheck): readonly string[] {
  return [
    l10n.t('Facts, evidence and fairness are not checked.'),
    l10n.t(
      'Who could be recognised is looked for only by names with a title or with what somebody is, “Child A”, a single child with age or sex beside a place or school, telephone numbers, e-mail addresses other than the inspectorate’s, postcodes, and NHS and case numbers. A report without any of these may still lead to somebody.',
    ),
    l10n.t('What pictures show, and what is stored in them, is not looked at.'),
    ...(source === 'pdf'
      ? [l10n.t('Text that is covered, struck out or invisible in a PDF is not found.')]
      : []),
  ]
}
