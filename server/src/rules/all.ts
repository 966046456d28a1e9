/** Every rule there is, in the order of the documentation. */

import type { Rule } from './rule'

export const allRules: readonly Rule[] = []
