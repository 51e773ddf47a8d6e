import type { Drawing, Shape } from '../model/drawing.ts';
import { escapeHtml } from './page.ts';

const number = (value: number): string => String(Math.round(value * 100) / 100);

/** Attributes; numbers in points, to the hundredth. */
const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? number(value) : escapeHtml(value!)}"`)
    .join('');

function element(shape: Shape, language: 'zh' | 'en'): string {
  if (shape.kind === 'dot') {
    const { x: cx, y: cy, radius: r, color: fill } = shape;
    return `<circle${attributes({ cx, cy, r, fill })}/>`;
  }
  if (shape.kind === 'text') {
    const { x, y, size, color: fill, text, end } = shape;
    return `<text${attributes({ x, y, 'font-size': size, fill, 'text-anchor': end ? 'end' : undefined })}>${escapeHtml(typeof text === 'string' ? text : text[language])}</text>`;
  }
  const { x0, top, x1, bottom } = shape.box;
  const place = { x: x0, y: top, width: Math.max(0, x1 - x0), height: Math.max(0, bottom - top) };
  if (shape.kind === 'area')
    return `<rect${attributes({ ...place, fill: shape.color, 'fill-opacity': shape.opacity })}/>`;
  const pen = { stroke: shape.color, 'stroke-width': shape.width, 'stroke-dasharray': shape.dash };
  if (shape.kind === 'frame') return `<rect${attributes({ ...place, fill: 'none', ...pen })}/>`;
  return `<line${attributes({ x1: x0, y1: top, x2: x1, y2: bottom, ...pen })}/>`;
}

/** What lies below a drawing: a picture of the page, in points. */
export interface Background {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A drawing as one self-contained SVG file. */
export function toSvg(
  { width, height, shapes }: Drawing,
  language: 'zh' | 'en',
  background: Background | null,
): string {
  const data = background && `data:image/png;base64,${Buffer.from(background.png).toString('base64')}`;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ width, height, viewBox: `0 0 ${number(width)} ${number(height)}` })} font-family="sans-serif">`,
    `<rect${attributes({ width, height, fill: '#ffffff' })}/>`,
    ...(background
      ? [`<image${attributes({ width: background.width, height: background.height, href: data! })}/>`]
      : []),
    ...shapes.map(shape => element(shape, language)),
    '</svg>',
  ];
  return `${lines.join('\n')}\n`;
}
