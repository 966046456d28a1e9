/** Every rule there is, in the order of the documentation. */

import { duplicateSection } from './duplicate-section'
import { emptySection } from './empty-section'
import { misplacedContentsEntry } from './misplaced-contents-entry'
import { misplacedSection } from './misplaced-section'
import { missingContentsEntry } from './missing-contents-entry'
import { missingSection } from './missing-section'
import { misspeltHeading } from './misspelt-heading'
import type { Rule } from './rule'
import { unknownContentsEntry } from './unknown-contents-entry'

export const allRules: readonly Rule[] = [
  missingSection,
  misplacedSection,
  duplicateSection,
  emptySection,
  misspeltHeading,
  missingContentsEntry,
  unknownContentsEntry,
  misplacedContentsEntry,
]
