/** How package.json describes the settings about notes; `scripts/generate/contributes.mjs` writes it there. */

import type { Declarations } from './declaration'

export const noteSettings = {
  'inspectionReports.initials': {
    type: 'string',
    names: 'nothing',
    default: '',
    scope: 'application',
    maxLength: 40,
    pattern: '^[^:\\[\\]]*$',
    patternErrorMessage: 'Initials cannot contain a colon or a bracket.',
    markdownDescription:
      'Your initials, as *Add a note* writes them: `AB` gives `[Note AB: …]`. You are asked for them when you add your first note.',
  },
} as const satisfies Declarations
