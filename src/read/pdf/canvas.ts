import { createRequire } from 'node:module';

// pdf.js asks for its optional canvas when it is imported, which reading needs nothing of. Without one it says so four
// times and falls over a class of the DOM that only drawing uses. This module is imported before it and bridges that.

const require = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Whether pages can be drawn. */
export const hasCanvas: boolean = (() => {
  try {
    require('@napi-rs/canvas');
    return true;
  } catch {
    return false;
  }
})();

const missing = hasCanvas ? [] : ['DOMMatrix', 'ImageData', 'Path2D'].filter(name => !(name in globalThis));
const { warn } = console;

for (const name of missing) Object.assign(globalThis, { [name]: class {} });
if (!hasCanvas)
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('Warning: Cannot load "@napi-rs/canvas"')) warn(...words);
  };

/** Takes the bridge away: others may ask whether these classes are there. */
export function pdfjsIsLoaded(): void {
  for (const name of missing) Reflect.deleteProperty(globalThis, name);
  if (!hasCanvas) console.warn = warn;
}
