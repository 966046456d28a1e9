/** What stops an import. */

/**
 * Why a file cannot be imported, as a sentence that says what to do. Recognised by its name where it comes from
 * another bundle, which has its own copy of the class.
 */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}
