/** For each rule the defects that it claims to find, at every place of a report where they can stand. */

import { misplacedContentsEntry, missingContentsEntry, unknownContentsEntry } from './contents'
import {
  invalidDate,
  mismatchedDates,
  missingField,
  openNote,
  openPlaceholder,
  unusedSuppression,
} from './cover'
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
import {
  duplicateSection,
  emptySection,
  misplacedSection,
  missingSection,
  misspeltHeading,
} from './sections'
import {
  duplicateRow,
  misplacedGroup,
  misplacedRow,
  missingRow,
  missingRowGrade,
  missingSummary,
  unknownRow,
} from './table'

/** By rule id, in the order of the documentation. */
export const generators: Readonly<Record<string, Generator>> = {
  'missing-section': missingSection,
  'misplaced-section': misplacedSection,
  'duplicate-section': duplicateSection,
  'empty-section': emptySection,
  'misspelt-heading': misspeltHeading,
  'missing-contents-entry': missingContentsEntry,
  'unknown-contents-entry': unknownContentsEntry,
  'misplaced-contents-entry': misplacedContentsEntry,
  'missing-grade': missingGrade,
  'unknown-grade': unknownGrade,
  'mismatched-grade-number': mismatchedGradeNumber,
  'mismatched-grade': mismatchedGrade,
  'mismatched-opening': mismatchedOpening,
  'missing-opening-grade': missingOpeningGrade,
  'misplaced-grade': misplacedGrade,
  'inconsistent-grade-style': inconsistentGradeStyle,
  'missing-summary': missingSummary,
  'missing-row': missingRow,
  'unknown-row': unknownRow,
  'duplicate-row': duplicateRow,
  'misplaced-row': misplacedRow,
  'misplaced-group': misplacedGroup,
  'missing-row-grade': missingRowGrade,
  'skipped-paragraph-number': skippedNumber,
  'duplicate-paragraph-number': duplicateNumber,
  'misplaced-paragraph-number': misplacedNumber,
  'missing-paragraph-number': missingNumber,
  'unresolved-paragraph-reference': unresolvedReference,
  'split-paragraph': splitParagraph,
  'missing-field': missingField,
  'invalid-date': invalidDate,
  'mismatched-dates': mismatchedDates,
  'open-placeholder': openPlaceholder,
  'open-note': openNote,
  'unused-suppression': unusedSuppression,
}
