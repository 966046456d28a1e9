/** The bytes of files, which client and server hand over as text. */

/** Works in a browser too, which has no `Buffer`. Throws for what is not base64. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
}

/** The bytes as text, without `Buffer` too. */
export function base64Of(bytes: Uint8Array): string {
  let letters = ''
  // Not all at once: a function takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8_192)
    letters += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(letters)
}
