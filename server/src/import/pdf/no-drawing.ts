/**
 * Stands in for what the PDF reader asks of a browser for drawing pages. It makes one matrix when it is
 * loaded; nothing is drawn here.
 */

export const drawing = globalThis as { DOMMatrix?: unknown; Path2D?: unknown; ImageData?: unknown }
drawing.DOMMatrix ??= class {}
drawing.Path2D ??= class {}
drawing.ImageData ??= class {}
