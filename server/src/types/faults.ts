/** What is said, in whole sentences, about a value in a type file that does not fit. */

import * as l10n from '@vscode/l10n'
import type { ErrorCode } from 'yaml'
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
      return l10n.t('Write keys of your own with their values here.')
    case 'keys':
      return l10n.t(
        'Write keys with their values here. The keys are {0}.',
        Object.keys(shape.keys()).join(', '),
      )
  }
}

/** One of several shapes that a value may have. */
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

/** `near` is a word that fits and is nearly the same as the one written. */
export function didYouMean(near: string): string {
  return l10n.t('Did you mean "{0}"?', near)
}

export function unknownKey(name: string, known: readonly string[], near?: string): string {
  return near === undefined
    ? l10n.t('There is no key "{0}" here. The keys are {1}.', name, known.join(', '))
    : l10n.t('There is no key "{0}" here. Did you mean "{1}"?', name, near)
}

/** A required key; its description says what it is for. */
export function missingKey(name: string, { about }: Key): string {
  return l10n.t('"{0}" is missing here. Add it: {1}', name, about)
}

/** `isNeeded`: what the key belongs to cannot do without it. */
export function keyWithoutValue(name: string, isNeeded: boolean): string {
  return isNeeded
    ? l10n.t('"{0}" has no value. Write one, or remove what it belongs to.', name)
    : l10n.t('"{0}" has no value. Write one, or remove the key.', name)
}

/** What a type file can name. */
export type NamedThing = 'section' | 'row or graded section' | 'grade' | 'field' | 'rule'

/** What is named does not exist; `near` is what may have been meant. */
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

/** What the YAML reader found, by the code that it uses for it. */
export function yamlFault(code: ErrorCode): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return l10n.t('This key appears twice. Remove one.')
    case 'TAB_AS_INDENT':
      return l10n.t('Lines are indented with spaces here, not with tabs.')
    case 'BAD_INDENT':
      return l10n.t(
        'This line is not indented like those it belongs to, or a bracket before it is not closed. Between [ ] and { }, put text with braces, colons or commas in it into quotes.',
      )
    case 'MISSING_CHAR':
      return l10n.t(
        'Something is missing here: a closing quote or bracket, or a colon after a key.',
      )
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return l10n.t(
        'There is a second key on this line. Begin a new line for it, or put text with a colon in it into quotes.',
      )
    case 'MULTILINE_IMPLICIT_KEY':
      return l10n.t(
        'This line has no colon, or is indented further than the line above. Write "key: value", with keys of one kind at the same indent.',
      )
    case 'BAD_SCALAR_START':
      return l10n.t('Text cannot begin with this character. Put it into quotes.')
    case 'BAD_DQ_ESCAPE':
      return l10n.t(
        'A backslash between double quotes has a meaning of its own. Use single quotes instead.',
      )
    case 'MULTIPLE_DOCS':
      return l10n.t('A file has one type only. Remove the line "---", or make a second file.')
    default:
      return l10n.t(
        'This cannot be read as YAML. Check the quotes, the brackets and the indents on this line and the one above.',
      )
  }
}
