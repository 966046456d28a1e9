/** How package.json describes the settings about report types; `scripts/contributes.mjs` writes it there. */

export const typeSettings = {
  'inspectionReports.reportTypes': {
    type: 'object',
    additionalProperties: { type: 'string' },
    default: {},
    scope: 'window',
    markdownDescription:
      'Which type the reports in some files are, where their title does not say it: a file pattern on the left, the id of a type on the right. What the first lines of a report say takes precedence.\n\nExample: `"**/drafts/*.md": "ofsted-slac"`',
  },
  'inspectionReports.typesFolder': {
    type: 'string',
    default: '',
    scope: 'machine',
    markdownDescription:
      'A folder with report types of your own (`*.yaml`), for example on a network drive that a whole office shares. They add to the built-in types, or change those of the same id; types in `.inspection-reports/types` of the open folder take precedence over them. [How a type is written](command:inspectionReports.openTypesPage)',
  },
} as const
