/** The part of the library that reads the file; it runs in the same thread here. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
