/** What is said about a value of a type file that does not fit, in whole sentences. */

import * as l10n from '@vscode/l10n'
import type { Key, Shape } from './format'

/** What belongs in place of a value that does not fit: "This should be a number." */
export function shouldBe(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      if (shape.of !== undefined) {
        const [word = '', ...others] = shape.of
        return others.length === 0
          ? l10n.t('This should be the word {0}.', word)
          : l10n.t('This should be one of these: {0}.', shape.of.join(', '))
      }
      if (shape.form === 'id')
        return l10n.t(
          'This should be an id: lower-case letters and numbers, joined by hyphens or dots.',
        )
      if (shape.form === 'day') return l10n.t('This should be a day such as 2018-01-31.')
      return l10n.t('This should be text.')
    case 'number':
      return l10n.t('This should be a number.')
    case 'flag':
      return l10n.t('This should be true or false.')
    case 'list':
      return shape.least === 1
        ? l10n.t('This should be a list with at least one entry.')
        : l10n.t('This should be a list.')
    case 'either':
      return l10n.t(
        'This should be one of these: {0}.',
        shape.of.map(each => named(each)).join('; '),
      )
    case 'map':
      return l10n.t('This should be keys of your own with their values.')
    case 'keys':
      return l10n.t(
        'This should be keys with their values. The keys are {0}.',
        Object.keys(shape.keys()).join(', '),
      )
  }
}

/** A shape in a list of several that may stand somewhere. */
function named(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      if (shape.of !== undefined) return shape.of.join('; ')
      if (shape.form === 'id') return l10n.t('an id')
      return shape.form === 'day' ? l10n.t('a day such as 2018-01-31') : l10n.t('text')
    case 'number':
      return l10n.t('a number')
    case 'flag':
      return 'true; false'
    case 'list':
      return l10n.t('a list')
    case 'either':
      return shape.of.map(each => named(each)).join('; ')
    case 'map':
    case 'keys':
      return l10n.t('keys with their values')
  }
}

/** `near` is a word that fits and is nearly the one that is written. */
export function didYouMean(near: string): string {
  return l10n.t('Did you mean "{0}"?', near)
}

export function unknownKey(name: string, known: readonly string[], near?: string): string {
  return near === undefined
    ? l10n.t('There is no key "{0}" here. The keys are {1}.', name, known.join(', '))
    : l10n.t('There is no key "{0}" here. Did you mean "{1}"?', name, near)
}

/** A key that must be there; its description tells what it is for. */
export function missingKey(name: string, { about }: Key): string {
  return l10n.t('"{0}" is missing here. Add it: {1}', name, about)
}

/** `isNeeded`: what has the key cannot be without it. */
export function keyWithoutValue(name: string, isNeeded: boolean): string {
  return isNeeded
    ? l10n.t('"{0}" has no value. Write one, or remove what it belongs to.', name)
    : l10n.t('"{0}" has no value. Write one, or remove the key.', name)
}

/** What a type file can name. */
export type NamedThing = 'section' | 'row or graded section' | 'grade' | 'field' | 'rule'

/** What is named is not there; `near` is what may have been meant. */
export function unknownName(thing: NamedThing, name: string, near: string | undefined): string {
  return near === undefined ? notThere(thing, name) : notThereBut(thing, name, near)
}

function notThere(thing: NamedThing, name: string): string {
  switch (thing) {
    case 'section':
      return l10n.t('There is no section "{0}". Name one that is there, or add it.', name)
    case 'row or graded section':
      return l10n.t(
        'There is no row or graded section "{0}". Name one that is there, or add it.',
        name,
      )
    case 'grade':
      return l10n.t('There is no grade "{0}". Name one that is there, or add it.', name)
    case 'field':
      return l10n.t('There is no field "{0}". Name one that is there, or add it.', name)
    case 'rule':
      return l10n.t('There is no rule "{0}". Name one that is there.', name)
  }
}

function notThereBut(thing: NamedThing, name: string, near: string): string {
  switch (thing) {
    case 'section':
      return l10n.t('There is no section "{0}". Did you mean "{1}"?', name, near)
    case 'row or graded section':
      return l10n.t('There is no row or graded section "{0}". Did you mean "{1}"?', name, near)
    case 'grade':
      return l10n.t('There is no grade "{0}". Did you mean "{1}"?', name, near)
    case 'field':
      return l10n.t('There is no field "{0}". Did you mean "{1}"?', name, near)
    case 'rule':
      return l10n.t('There is no rule "{0}". Did you mean "{1}"?', name, near)
  }
}

/** The YAML reader's message in plainer words where they are known. */
export function yamlFault(message: string): string {
  if (/unique/.test(message)) return l10n.t('This key is here twice. Remove one.')
  if (/flow sequence|flow map/i.test(message))
    return l10n.t(
      'This cannot be read as YAML. Between [ ] and { }, put text with braces, colons or commas in it into quotes.',
    )
  if (/tab/i.test(message)) return l10n.t('Lines are indented with spaces here, not with tabs.')
  const reason = message.replace(/\s*\n[\s\S]*$/, '').replace(/\.$/, '')
  return l10n.t('This cannot be read as YAML: {0}.', reason)
}
