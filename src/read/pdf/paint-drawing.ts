import type { Drawing, Shape } from '../../model/drawing.ts';
import { withFamilies } from './fallback-fonts.ts';

// biome-ignore lint/suspicious/noExplicitAny: the DOM's types are not there in Node
type Context = any;

/** Whether Chinese can be written: a font that lacks it draws every character as the same box. */
function writesChinese(context: Context): boolean {
  const dots = (text: string): string => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, 32, 32);
    context.fillStyle = '#000000';
    context.font = withFamilies('24px sans-serif');
    context.fillText(text, 4, 26);
    return Buffer.from(context.getImageData(0, 0, 32, 32).data).toString('latin1');
  };
  return dots('一') !== dots('国');
}

function paint(context: Context, shape: Shape, language: 'zh' | 'en'): void {
  context.globalAlpha = shape.kind === 'area' ? shape.opacity : 1;
  context.fillStyle = shape.color;
  if (shape.kind === 'dot') {
    context.beginPath();
    context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
    context.fill();
  } else if (shape.kind === 'text') {
    context.textAlign = shape.end ? 'right' : 'left';
    context.font = withFamilies(`${shape.size}px sans-serif`);
    context.fillText(typeof shape.text === 'string' ? shape.text : shape.text[language], shape.x, shape.y);
  } else {
    const { x0, top, x1, bottom } = shape.box;
    if (shape.kind === 'area') context.fillRect(x0, top, x1 - x0, bottom - top);
    else {
      context.strokeStyle = shape.color;
      context.lineWidth = shape.width;
      context.setLineDash(shape.dash ? [shape.dash, shape.dash] : []);
      context.beginPath();
      if (shape.kind === 'line') {
        context.moveTo(x0, top);
        context.lineTo(x1, bottom);
      } else context.rect(x0, top, x1 - x0, bottom - top);
      context.stroke();
    }
  }
}

/**
 * Paints a drawing over what a canvas shows. In English where no font for Chinese is installed.
 * @param scale pixels a point
 */
export function paintDrawing(
  context: Context,
  { shapes }: Drawing,
  scale: number,
  wanted: 'zh' | 'en',
  scratch: Context,
): void {
  const language = wanted === 'zh' && writesChinese(scratch) ? 'zh' : 'en';
  context.setTransform(scale, 0, 0, scale, 0, 0);
  for (const shape of shapes) paint(context, shape, language);
}
