/** How package.json describes the settings about typing; `scripts/contributes.mjs` writes it there. */

export const typingSettings = {
  'inspectionReports.automaticRenumbering': {
    type: 'string',
    enum: ['drafts', 'always', 'never'],
    enumDescriptions: [
      'In reports whose status is draft, as *New* and *Import* write it.',
      'In every report.',
      'In no report. *Renumber paragraphs* does it when you want it.',
    ],
    default: 'drafts',
    scope: 'resource',
    markdownDescription:
      'When paragraph numbers, and the references to them, follow by themselves as you add, move or delete paragraphs. Only numbers that were in order are kept in order, and *Undo* takes back both.',
  },
} as const
