/**
 * Judgements that built-in types give different names and that ask much the same, so that an earlier
 * inspection of an authority can be compared even if the kind of inspection has changed since.
 */

/** Section ids by type; a type has at most one in each. Judgements with the same title need no entry. */
export const sameJudgements: readonly Readonly<Record<string, string>>[] = [
  {
    'ofsted-slac': 'safeguarding.overall-effectiveness',
    'ofsted-single-inspection': 'help-and-protection',
    'ofsted-ilacs': 'help-and-protection',
  },
  {
    'ofsted-slac': 'looked-after.overall-effectiveness',
    'ofsted-looked-after-children': 'overall-effectiveness',
    'ofsted-single-inspection': 'looked-after',
    'ofsted-ilacs': 'in-care',
  },
  {
    'ofsted-single-inspection': 'care-leavers',
    'ofsted-ilacs': 'care-leavers',
  },
  {
    'ofsted-single-inspection': 'leadership',
    'ofsted-ilacs': 'leaders',
  },
  {
    'ofsted-slac': 'looked-after.capacity',
    'ofsted-looked-after-children': 'capacity',
  },
  {
    'ofsted-slac': 'looked-after.quality',
    'ofsted-looked-after-children': 'quality',
  },
  {
    'ofsted-slac': 'looked-after.leadership',
    'ofsted-looked-after-children': 'leadership',
  },
]
