/** How package.json describes the settings about export; `scripts/generate/contributes.mjs` writes it there. */

import type { Declarations } from './declaration'

export const exportSettings = {
  'inspectionReports.exportTemplate': {
    type: 'string',
    names: 'file',
    default: '',
    scope: 'machine-overridable',
    markdownDescription:
      'The full path of a Word document (`.docx` or `.dotx`) whose styles, headers and footers *Export to Word…* uses. Without it, exported reports have a plain look.',
  },
} as const satisfies Declarations
