/** What stops an export. */

/** Why a template cannot be used, as a sentence for the user. */
export class TemplateError extends Error {}
