/** The kinds of things that a report may carry out of the house, and how they are seen by who reads it next. */

import * as l10n from '@vscode/l10n'
import type { FileContents, FileTraceKind } from './file-traces'

/** Who reads the report next: the council, which checks its facts, or everybody. */
export type LeavingTarget = 'council' | 'publication'

/** What holds the report. */
export type Source = FileContents['kind'] | 'text'

export type LeavingKind =
  | FileTraceKind
  | 'identifying-details'
  | 'notes'
  | 'evidence-marks'
  | 'placeholders'
  | 'to-be-put-right'
  | 'ignored-problems'
  | 'checks-off'

/** Has it to go, is somebody to look at it, or may it stay? */
export type Weight = 'must-go' | 'look' | 'may-stay'

/** In the order in which they are listed. */
const kinds: readonly LeavingKind[] = [
  'identifying-details',
  'tracked-changes',
  'comments',
  'notes',
  'evidence-marks',
  'placeholders',
  'to-be-put-right',
  'hidden-text',
  'struck-text',
  'highlighting',
  'fetching',
  'embedded',
  'properties',
  'draft-marks',
  'ignored-problems',
  'checks-off',
]

/** What can be looked for in a file of that kind: a text has no properties, and nothing is struck out in a PDF. */
export function kindsLookedFor(
  source: Source,
  { isReport }: { readonly isReport: boolean },
): readonly LeavingKind[] {
  const there = kinds.filter(kind => !notIn[source].has(kind))
  return isReport ? there : there.filter(kind => !ofReports.has(kind))
}

/** What is looked for only in the text of a report of a known type. */
const ofReports: ReadonlySet<LeavingKind> = new Set([
  'identifying-details',
  'notes',
  'evidence-marks',
  'placeholders',
  'to-be-put-right',
  'ignored-problems',
  'checks-off',
])

const notIn: Readonly<Record<Source, ReadonlySet<LeavingKind>>> = {
  text: new Set([
    'tracked-changes',
    'comments',
    'struck-text',
    'highlighting',
    'fetching',
    'embedded',
    'properties',
  ]),
  word: new Set(),
  pdf: new Set(['tracked-changes', 'hidden-text', 'struck-text', 'highlighting']),
}

export function weightOf(kind: LeavingKind, target: LeavingTarget): Weight {
  switch (kind) {
    case 'identifying-details':
    case 'checks-off':
      return 'look'
    case 'draft-marks':
      return target === 'council' ? 'may-stay' : 'must-go'
    case 'highlighting':
    case 'embedded':
    case 'properties':
      return target === 'council' ? 'look' : 'must-go'
    default:
      return 'must-go'
  }
}

export function kindTitle(kind: LeavingKind): string {
  switch (kind) {
    case 'identifying-details':
      return l10n.t('Who could be recognised')
    case 'tracked-changes':
      return l10n.t('Tracked changes')
    case 'comments':
      return l10n.t('Comments')
    case 'notes':
      return l10n.t('Notes among colleagues')
    case 'evidence-marks':
      return l10n.t('Evidence marks')
    case 'placeholders':
      return l10n.t('Still to be filled in')
    case 'to-be-put-right':
      return l10n.t('To be put right')
    case 'hidden-text':
      return l10n.t('Hidden text')
    case 'struck-text':
      return l10n.t('Text that is struck out')
    case 'highlighting':
      return l10n.t('Highlighted text')
    case 'fetching':
      return l10n.t('What leads elsewhere')
    case 'embedded':
      return l10n.t('Files and programs inside')
    case 'properties':
      return l10n.t('Author, company and other properties')
    case 'draft-marks':
      return l10n.t('Draft marks')
    case 'ignored-problems':
      return l10n.t('Problems that are ignored')
    case 'checks-off':
      return l10n.t('Checks that are off')
  }
}

/** The kind within a list of kinds: `tracked changes`. */
export function kindInList(kind: LeavingKind): string {
  switch (kind) {
    case 'identifying-details':
      return l10n.t('details by which somebody could be recognised')
    case 'tracked-changes':
      return l10n.t('tracked changes')
    case 'comments':
      return l10n.t('comments')
    case 'notes':
      return l10n.t('notes among colleagues')
    case 'evidence-marks':
      return l10n.t('evidence marks')
    case 'placeholders':
      return l10n.t('placeholders')
    case 'to-be-put-right':
      return l10n.t('problems to be put right')
    case 'hidden-text':
      return l10n.t('hidden text')
    case 'struck-text':
      return l10n.t('text that is struck out')
    case 'highlighting':
      return l10n.t('highlighted text')
    case 'fetching':
      return l10n.t('what is fetched from elsewhere')
    case 'embedded':
      return l10n.t('files and programs inside')
    case 'properties':
      return l10n.t('author, company and other properties')
    case 'draft-marks':
      return l10n.t('draft marks')
    case 'ignored-problems':
      return l10n.t('problems that are ignored')
    case 'checks-off':
      return l10n.t('checks that are off')
  }
}

/** Why it matters, or what to do: one or two sentences; empty where the list speaks for itself. */
export function kindAdvice(kind: LeavingKind, target: LeavingTarget, source: Source): string {
  switch (kind) {
    case 'identifying-details':
      return target === 'council'
        ? l10n.t(
            'The council knows these people, others who get this copy may not. Ask whether the report needs each detail.',
          )
        : l10n.t(
            'Everybody will be able to read this. Ask whether the report needs each detail, and whether several of them together lead to one person.',
          )
    case 'tracked-changes':
      return l10n.t(
        'Whoever opens the file sees what was deleted, and by whom. Accept or reject each change in Word: nothing else may decide that.',
      )
    case 'comments':
      return source === 'word'
        ? l10n.t('Deal with them first. A clean copy has none.')
        : l10n.t('Deal with them first, and make the PDF again without them.')
    case 'notes':
      return l10n.t('Deal with them, then remove them.')
    case 'evidence-marks':
      return l10n.t('They lead to the evidence behind a sentence, which stays in the house.')
    case 'placeholders':
    case 'to-be-put-right':
      return ''
    case 'hidden-text':
      return l10n.t('It is not shown, and is in the file all the same.')
    case 'struck-text':
      return l10n.t('Delete it, or take the line away if it belongs to the report.')
    case 'highlighting':
      return l10n.t('It marks what somebody meant to look at again.')
    case 'fetching':
      return source === 'word'
        ? l10n.t(
            'Opening the file may contact another computer, and readers see where yours keeps its files. Replace a field by its words (Ctrl+Shift+F9 in Word), and write the address of a link in full (https://…).',
          )
        : l10n.t(
            'Readers see where a computer of the office keeps its files, and the link leads nowhere. Write its address in full in Word (https://…), and make the PDF again.',
          )
    case 'embedded':
      return l10n.t('They go out with the file, and may hold far more than is shown.')
    case 'properties':
      return source === 'word'
        ? l10n.t(
            'Everybody who has the file can read them. A clean copy leaves out author, company and whatever else Word lists as properties; look at the rest in Word.',
          )
        : l10n.t(
            'Everybody who has the file can read them. Make the PDF again from a clean copy of the Word document.',
          )
    case 'draft-marks':
      return target === 'council'
        ? l10n.t('A copy for the check of its facts may say that it is a draft.')
        : l10n.t('What is published is no draft.')
    case 'ignored-problems':
      return l10n.t(
        'The lines that ignore them are for colleagues, and so are the reasons. A clean copy has none of the lines.',
      )
    case 'checks-off':
      return l10n.t('Nobody has looked for these problems.')
  }
}
