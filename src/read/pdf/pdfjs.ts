import { pdfjsIsLoaded } from './canvas.ts';

export {
  AnnotationMode,
  getDocument,
  OPS,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

pdfjsIsLoaded();
