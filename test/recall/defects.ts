/** For each rule the defects that it claims to find, at every place of a report where they can be. */

import {
  misplacedContentsEntry,
  missingContentsEntry,
  misspeltContentsEntry,
  unknownContentsEntry,
} from './contents'
import {
  identifyingDetail,
  missingField,
  misspeltLabel,
  openNote,
  unknownReportType,
  unreadableCharacters,
  unusedSuppression,
} from './cover'
import { invalidDate, mismatchedDates } from './dates'
import type { Generator } from './defect'
import {
  inconsistentGradeStyle,
  mismatchedGrade,
  mismatchedGradeNumber,
  mismatchedOpening,
  misplacedGrade,
  missingGrade,
  missingOpeningGrade,
  unknownGrade,
} from './grades'
import {
  duplicateNumber,
  misplacedNumber,
  missingNumber,
  skippedNumber,
  splitParagraph,
  unresolvedReference,
} from './numbers'
import { mismatchedPercentage } from './percentages'
import { openPlaceholder } from './placeholders'
import {
  duplicateSection,
  emptySection,
  misplacedSection,
  missingSection,
  misspeltHeading,
} from './sections'
import {
  breachedLimit,
  emptyTimescale,
  mismatchedFooter,
  mismatchedOutcome,
  mismatchedStandardSentence,
  misplacedTimescale,
  ungradedLetter,
  unresolvedAnnex,
  unusedAnnex,
} from './special'
import { contradictingSentence } from './statements'
import {
  duplicateRow,
  misplacedGroup,
  misplacedRow,
  missingRow,
  missingRowGrade,
  missingSummary,
  misspeltRow,
  unknownRow,
} from './table'

/** By rule id, in the order of the documentation. */
export const generators: Readonly<Record<string, Generator>> = {
  'missing-section': missingSection,
  'misplaced-section': misplacedSection,
  'duplicate-section': duplicateSection,
  'empty-section': emptySection,
  'misspelt-heading': misspeltHeading,
  'misplaced-timescale': misplacedTimescale,
  'empty-timescale': emptyTimescale,
  'mismatched-standard-sentence': mismatchedStandardSentence,
  'missing-contents-entry': missingContentsEntry,
  'unknown-contents-entry': all(unknownContentsEntry, misspeltContentsEntry),
  'misplaced-contents-entry': misplacedContentsEntry,
  'missing-grade': missingGrade,
  'unknown-grade': unknownGrade,
  'mismatched-grade-number': mismatchedGradeNumber,
  'mismatched-grade': mismatchedGrade,
  'mismatched-opening': mismatchedOpening,
  'contradicting-sentence': contradictingSentence,
  'missing-opening-grade': missingOpeningGrade,
  'misplaced-grade': misplacedGrade,
  'inconsistent-grade-style': inconsistentGradeStyle,
  'breached-limit': breachedLimit,
  'mismatched-outcome': mismatchedOutcome,
  'mismatched-percentage': mismatchedPercentage,
  'ungraded-letter': ungradedLetter,
  'missing-summary': missingSummary,
  'missing-row': missingRow,
  'unknown-row': all(unknownRow, misspeltRow),
  'duplicate-row': duplicateRow,
  'misplaced-row': misplacedRow,
  'misplaced-group': misplacedGroup,
  'missing-row-grade': missingRowGrade,
  'skipped-paragraph-number': skippedNumber,
  'duplicate-paragraph-number': duplicateNumber,
  'misplaced-paragraph-number': misplacedNumber,
  'missing-paragraph-number': missingNumber,
  'unresolved-paragraph-reference': unresolvedReference,
  'unresolved-annex': unresolvedAnnex,
  'unused-annex': unusedAnnex,
  'split-paragraph': splitParagraph,
  'unknown-report-type': unknownReportType,
  'missing-field': all(missingField, misspeltLabel),
  'invalid-date': invalidDate,
  'mismatched-dates': mismatchedDates,
  'mismatched-footer': mismatchedFooter,
  'open-placeholder': openPlaceholder,
  'open-note': openNote,
  'identifying-detail': identifyingDetail,
  'unreadable-characters': unreadableCharacters,
  'unused-suppression': unusedSuppression,
}

/** The defects of several generators, one after another. */
function all(...several: readonly Generator[]): Generator {
  return function* (report) {
    for (const each of several) yield* each(report)
  }
}
