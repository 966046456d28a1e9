// Leaves out of the libraries that are bundled what this product never uses and esbuild cannot tell.

/**
 * Sections of a file in which a library comes as one, by the line before each that names its source. A section goes
 * if its source begins like one of `without`; `standIns` say what is there instead of what others name of it.
 *
 * @typedef {object} Parts
 * @property {RegExp} sources finds each such line, with the source as its group
 * @property {readonly string[]} without
 * @property {string} standIns
 */

/** The file without these parts; throws if one of them is not there, since the library has changed then. */
export function withoutParts(text, file, { sources, without, standIns }) {
  const [before, ...pieces] = text.split(sources)
  const found = new Set()
  let kept = before
  for (let at = 0; at < pieces.length; at += 2) {
    const [source, section] = pieces.slice(at, at + 2)
    const part = without.find(start => source.startsWith(start))
    if (part === undefined) kept += `// ${source}\n${section}`
    else found.add(part)
  }
  const lost = without.filter(part => !found.has(part))
  if (lost.length > 0) throw new Error(`${file} has changed: ${lost.join(', ')}`)
  // Before the first section: what others extend must be there when they are made.
  return kept.replace(before, () => `${before}${standIns}\n`)
}

/** In `pdf.mjs`: showing, drawing and writing on pages. Only their text is read. */
export const showingPages = {
  sources: /^;?\/\/ (\.\/(?:src|external)\/\S+)$/m,
  without: [
    './src/display/annotation_layer.js',
    './src/display/canvas.js',
    './src/display/canvas_dependency_tracker.js',
    './src/display/draw_layer.js',
    './src/display/editor/',
    './src/display/pattern_helper.js',
    './src/display/text_layer',
    './src/display/touch_manager.js',
    './src/display/webgpu_mesh.js',
    './src/display/xfa_layer.js',
  ],
  standIns: [
    ...['AnnotationEditor', 'AnnotationEditorLayer', 'AnnotationEditorUIManager'],
    ...['AnnotationLayer', 'CanvasBBoxTracker', 'CanvasDependencyTracker', 'CanvasGraphics'],
    ...['CanvasImagesTracker', 'ColorPicker', 'DrawLayer', 'HighlightOutliner'],
    ...['SignatureExtractor', 'TextLayer', 'TextLayerImages', 'TouchManager', 'XfaLayer'],
  ]
    .map(name => `class ${name} { static cleanup() {} }`)
    .join('\n'),
}

/**
 * In `pdf.worker.mjs`: forms in XFA, which are read as a PDF's ordinary fields, changing documents, and what unpacks
 * Brotli, in place of which `refuseBrotli` is called.
 */
export const formsAndChanges = {
  sources: showingPages.sources,
  without: [
    './src/core/xfa/',
    './src/core/editor/',
    './external/brotli/',
    './src/core/brotli_stream.js',
  ],
  standIns: `class XFAFactory { static getRichTextAsHtml() { return null } }
class PDFEditor {}`,
}

/** In `docx/layout`: measuring equations. A document with one is left to Word to number its pages. */
export const equations = {
  sources: /^\/\/ (src\/\S+)$/m,
  without: ['src/layout/cambria-math.ts', 'src/layout/equations.ts'],
  standIns: "const layOutEquations = () => 'an equation is not measured here';",
}
