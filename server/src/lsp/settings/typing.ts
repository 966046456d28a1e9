/** How package.json describes the settings about typing; `scripts/generate/contributes.mjs` writes it there. */

import type { Declarations } from './declaration'

export const typingSettings = {
  'inspectionReports.automaticRenumbering': {
    type: 'string',
    enum: ['drafts', 'always', 'never'],
    enumDescriptions: [
      'In drafts: reports with `Status: draft` on the cover, as *New inspection report…* and *Import a report…* write it.',
      'In every report.',
      'Never by itself. The command *Renumber paragraphs* does it when you want.',
    ],
    default: 'drafts',
    scope: 'resource',
    markdownDescription:
      'When to renumber paragraphs, and the references to them, as you add, move or delete paragraphs. Only numbers that were in order are kept in order, and *Undo* takes back the change and the renumbering together.',
  },
} as const satisfies Declarations
