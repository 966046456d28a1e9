// What is known of licences that packages do not say themselves.

/** Files in scripts/libraries, by the package that comes without the text of its licence. */
export const missingTexts = {
  '@vscode/l10n': 'vscode-l10n.txt',
  saxes: 'saxes.txt',
}

/**
 * Programs and data of others within packages, by the folder from which their pieces came; `sign` finds those that
 * have none. `texts` are files of the project.
 */
export const partsWithin = {
  /** Left out by the build. */
  'external/brotli': undefined,
  'external/jbig2': {
    name: 'PDFium’s JBIG2 decoder',
    licence: 'BSD-3-Clause AND Apache-2.0',
    texts: [
      'node_modules/pdfjs-dist/wasm/LICENSE_JBIG2',
      'node_modules/pdfjs-dist/wasm/LICENSE_PDFJS_JBIG2',
    ],
  },
  'external/openjpeg': {
    name: 'OpenJPEG',
    licence: 'BSD-2-Clause',
    texts: [
      'node_modules/pdfjs-dist/wasm/LICENSE_OPENJPEG',
      'node_modules/pdfjs-dist/wasm/LICENSE_PDFJS_OPENJPEG',
    ],
  },
  'external/qcms': {
    name: 'qcms',
    licence: 'MIT',
    texts: [
      'node_modules/pdfjs-dist/wasm/LICENSE_QCMS',
      'node_modules/pdfjs-dist/wasm/LICENSE_PDFJS_QCMS',
    ],
  },
  'node_modules/fflate': {
    name: 'fflate',
    licence: 'MIT',
    texts: ['node_modules/fflate/LICENSE'],
  },
  'node_modules/nanoid': {
    name: 'nanoid',
    licence: 'MIT',
    texts: ['node_modules/nanoid/LICENSE'],
  },
  'core-js': {
    sign: 'github.com/zloirock/core-js/blob/v3.',
    name: 'core-js',
    licence: 'MIT',
    texts: ['scripts/libraries/core-js.txt'],
  },
  'glyph list': {
    sign: './src/core/glyphlist.js',
    name: 'Adobe Glyph List',
    licence: 'BSD-3-Clause',
    texts: ['scripts/libraries/glyph-list.txt'],
  },
}
