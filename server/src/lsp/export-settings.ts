/** How package.json describes the settings about export; `scripts/contributes.mjs` writes it there. */

export const exportSettings = {
  'inspectionReports.exportTemplate': {
    type: 'string',
    default: '',
    scope: 'machine-overridable',
    markdownDescription:
      'A Word document (`.docx` or `.dotx`) whose styles, headers and footers *Export to Word…* takes over, as a full path. Without it, exported reports get a plain look of their own.',
  },
} as const
