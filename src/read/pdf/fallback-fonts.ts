/** The part of a canvas context that text is drawn with. */
interface Lettering {
  font: string;
}

// Ordered: the usual fonts of a desktop and of a bare server. A font that is not installed is passed over.
const serif = ['Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun', 'Songti SC'];
const sans = ['Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Zen Hei'];
const latin = ['Nimbus Sans', 'Arial', 'DejaVu Sans'];

const quoted = (families: readonly string[]): string => families.map(family => `"${family}"`).join(', ');

/** A CSS font with installed families put before its generic one, which a machine may map to any font or to none. */
export const withFamilies = (font: string): string =>
  font.replace(/\b(sans-serif|serif|monospace)\s*$/, generic =>
    quoted([...(generic.trim() === 'serif' ? [...serif, ...sans] : [...sans, ...serif]), ...latin]),
  );

/**
 * Makes every canvas of a factory draw text that has no embedded font with what is installed: pdf.js asks for `serif`,
 * and the canvas does not look further than the first font of that name, so that Chinese would be drawn as boxes.
 */
export function useInstalledFonts(factory: {
  create: (width: number, height: number) => { context: Lettering };
}): void {
  const create = factory.create.bind(factory);
  factory.create = (width, height) => {
    const made = create(width, height);
    const { context } = made;
    const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(context), 'font');
    Object.defineProperty(context, 'font', {
      get: () => native?.get?.call(context),
      set: (font: string) => native?.set?.call(context, withFamilies(font)),
    });
    return made;
  };
}
