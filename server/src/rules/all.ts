/** Every rule there is, in the order of the documentation. */

import { breachedLimit } from './breached-limit'
import { contradictingSentence } from './contradicting-sentence'
import { duplicateParagraphNumber } from './duplicate-paragraph-number'
import { duplicateRow } from './duplicate-row'
import { duplicateSection } from './duplicate-section'
import { emptySection } from './empty-section'
import { emptyTimescale } from './empty-timescale'
import { identifyingDetail } from './identifying-detail'
import { inconsistentGradeStyle } from './inconsistent-grade-style'
import { invalidDate } from './invalid-date'
import { mismatchedDates } from './mismatched-dates'
import { mismatchedFooter } from './mismatched-footer'
import { mismatchedGrade } from './mismatched-grade'
import { mismatchedGradeNumber } from './mismatched-grade-number'
import { mismatchedOpening } from './mismatched-opening'
import { mismatchedOutcome } from './mismatched-outcome'
import { mismatchedPercentage } from './mismatched-percentage'
import { mismatchedStandardSentence } from './mismatched-standard-sentence'
import { misplacedContentsEntry } from './misplaced-contents-entry'
import { misplacedGrade } from './misplaced-grade'
import { misplacedGroup } from './misplaced-group'
import { misplacedParagraphNumber } from './misplaced-paragraph-number'
import { misplacedRow } from './misplaced-row'
import { misplacedSection } from './misplaced-section'
import { misplacedTimescale } from './misplaced-timescale'
import { missingContentsEntry } from './missing-contents-entry'
import { missingField } from './missing-field'
import { missingGrade } from './missing-grade'
import { missingOpeningGrade } from './missing-opening-grade'
import { missingParagraphNumber } from './missing-paragraph-number'
import { missingRow } from './missing-row'
import { missingRowGrade } from './missing-row-grade'
import { missingSection } from './missing-section'
import { missingSummary } from './missing-summary'
import { misspeltHeading } from './misspelt-heading'
import { openNote } from './open-note'
import { openPlaceholder } from './open-placeholder'
import type { Rule } from './rule'
import { skippedParagraphNumber } from './skipped-paragraph-number'
import { splitParagraph } from './split-paragraph'
import { ungradedLetter } from './ungraded-letter'
import { unknownContentsEntry } from './unknown-contents-entry'
import { unknownGrade } from './unknown-grade'
import { unknownReportType } from './unknown-report-type'
import { unknownRow } from './unknown-row'
import { unreadableCharacters } from './unreadable-characters'
import { unresolvedAnnex } from './unresolved-annex'
import { unresolvedParagraphReference } from './unresolved-paragraph-reference'
import { unusedAnnex } from './unused-annex'
import { unusedSuppression } from './unused-suppression'

export const allRules: readonly Rule[] = [
  missingSection,
  misplacedSection,
  duplicateSection,
  emptySection,
  misspeltHeading,
  misplacedTimescale,
  emptyTimescale,
  mismatchedStandardSentence,
  missingContentsEntry,
  unknownContentsEntry,
  misplacedContentsEntry,
  missingGrade,
  unknownGrade,
  mismatchedGradeNumber,
  mismatchedGrade,
  mismatchedOpening,
  contradictingSentence,
  missingOpeningGrade,
  misplacedGrade,
  inconsistentGradeStyle,
  breachedLimit,
  mismatchedOutcome,
  ungradedLetter,
  missingSummary,
  missingRow,
  unknownRow,
  duplicateRow,
  misplacedRow,
  misplacedGroup,
  missingRowGrade,
  skippedParagraphNumber,
  duplicateParagraphNumber,
  misplacedParagraphNumber,
  missingParagraphNumber,
  unresolvedParagraphReference,
  unresolvedAnnex,
  unusedAnnex,
  splitParagraph,
  unknownReportType,
  missingField,
  invalidDate,
  mismatchedDates,
  mismatchedFooter,
  mismatchedPercentage,
  openPlaceholder,
  openNote,
  identifyingDetail,
  unreadableCharacters,
  unusedSuppression,
]
