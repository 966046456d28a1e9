/**
 * Takes the place of what the PDF reader needs from a browser to draw pages. The reader makes one matrix when it
 * is loaded; nothing is drawn here.
 */

export const drawing = globalThis as { DOMMatrix?: unknown; Path2D?: unknown; ImageData?: unknown }
drawing.DOMMatrix ??= class {}
drawing.Path2D ??= class {}
drawing.ImageData ??= class {}
