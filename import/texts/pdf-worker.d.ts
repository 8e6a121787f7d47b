/** The half of pdf.js that reads; it brings no types, and is loaded for what loading it does. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
