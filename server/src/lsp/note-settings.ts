/** How package.json describes the settings about notes; `scripts/contributes.mjs` writes it there. */

export const noteSettings = {
  'inspectionReports.initials': {
    type: 'string',
    default: '',
    scope: 'application',
    maxLength: 40,
    pattern: '^[^:\\[\\]]*$',
    patternErrorMessage: 'Initials cannot contain a colon or a bracket.',
    markdownDescription:
      'Your initials, as *Add a note* writes them: `AB` gives `[Note AB: …]`. You are asked for them at your first note.',
  },
} as const
