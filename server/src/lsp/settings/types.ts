/** How package.json describes the settings about report types; `scripts/generate/contributes.mjs` writes it there. */

import type { Declarations } from './declaration'

export const typeSettings = {
  'inspectionReports.reportTypes': {
    type: 'object',
    // Patterns choose among the documents that are open; they are not used to look for files.
    names: 'nothing',
    additionalProperties: { type: 'string' },
    default: {},
    scope: 'resource',
    markdownDescription:
      'The type of reports whose titles do not show it: a file pattern on the left, the id of a type on the right. What the first lines of a report say takes precedence.\n\nExample: `"**/drafts/*.md": "ofsted-slac"`',
  },
  'inspectionReports.typesFolder': {
    type: 'string',
    names: 'folder',
    default: '',
    scope: 'machine',
    markdownDescription:
      'A folder with report types of your own (`*.yaml`), for example on a network drive that a whole office shares. They are added to the built-in types, and replace those with the same id; types in `.inspection-reports/types` of the open folder take precedence over them. [How a type is written](command:inspectionReports.openTypesPage)',
  },
} as const satisfies Declarations
