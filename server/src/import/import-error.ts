/** What stops an import. */

/**
 * Why a file cannot be imported, as a sentence that says what to do. Known by its name where it comes
 * from another bundle, which has a class of its own.
 */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}
