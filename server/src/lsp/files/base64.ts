/** The bytes of files, which the client hands over as text. */

/** Works in a browser too, which has no `Buffer`. Throws for what is not base64. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
}
