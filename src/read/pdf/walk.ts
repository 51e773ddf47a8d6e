import { union } from '../../geometry/box.ts';
import type { Box } from '../../model/box.ts';
import type { Drawn } from './drawn.ts';
import type { Mappings } from './mapping.ts';
import { identity, type Matrix, mapBox, meet, multiply, scaleOf } from './matrix.ts';
import { addArea, addFill, addStroke } from './paint.ts';
import { boxOf, drawsLetters, subpaths } from './path.ts';
import { OPS } from './pdfjs.ts';
import { type ShownGlyph, showText } from './show-text.ts';
import { type Font, initialState, type Pen, type State } from './state.ts';

/** pdf.js's list of operators and their arguments. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  // biome-ignore lint/suspicious/noExplicitAny: each operator has arguments of its own shape
  readonly argsArray: readonly any[];
}

const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

// biome-ignore lint/suspicious/noExplicitAny: arguments of any operator
type Args = any;

interface Walk {
  state: State;
  readonly stack: State[];
  pen: Pen;
  /** A clip operator was seen: the next path clips, after it is painted. */
  clipNext: boolean;
  /** For each open marked content, whether it is shown: layers can be switched off. */
  readonly layers: boolean[];
  readonly base: Matrix;
  readonly page: Box;
  readonly fonts: (id: string) => Font | null;
  readonly shown: (layer: unknown) => boolean;
  readonly mappings: Mappings;
  readonly drawn: Drawn;
}

const open = (walk: Walk, matrix: ArrayLike<number> | null | undefined, box: ArrayLike<number> | null | undefined) => {
  walk.stack.push({ ...walk.state });
  const { state } = walk;
  if (matrix) state.matrix = multiply(state.matrix, matrix);
  if (box) state.clip = meet(state.clip, mapBox(state.matrix, box[0]!, box[1]!, box[2]!, box[3]!));
};
const close = (walk: Walk) => {
  walk.state = walk.stack.pop() ?? walk.state;
};
const hidden = (walk: Walk): boolean => walk.layers.includes(false);

function path(walk: Walk, [paint, [data]]: [number, [ArrayLike<number> | null]]): void {
  const { state, drawn } = walk;
  const paths = data ? subpaths(data, state.matrix) : [];
  if (!hidden(walk) && drawsLetters(paths)) drawn.curves++;
  else if (!hidden(walk)) {
    if (fills.has(paint) && state.fillColor !== 'none' && state.fillAlpha > 0)
      addFill(drawn, paths, state.clip, state.fillColor);
    if (strokes.has(paint) && state.strokeColor !== 'none' && state.strokeAlpha > 0)
      addStroke(drawn, paths, state.clip, state.strokeColor, state.lineWidth * scaleOf(state.matrix));
  }
  // The bounding box of the clip is enough: rulings and characters are clipped by rectangles.
  const area = walk.clipNext ? union(paths.map(boxOf)) : null;
  if (area) state.clip = meet(state.clip, area);
  walk.clipNext = false;
}

const image = (walk: Walk, m: Matrix): void => {
  const box = mapBox(m, 0, 0, 1, 1);
  // Some producers draw their rulings as pictures one pixel wide.
  if (Math.min(box.x1 - box.x0, box.bottom - box.top) <= 3) addArea(walk.drawn, box, walk.state.clip, '#000000');
  else walk.drawn.images.push(meet(box, walk.state.clip));
};

const setState = (walk: Walk, pairs: readonly [string, Args][]): void => {
  const { state } = walk;
  for (const [key, value] of pairs) {
    if (key === 'LW') state.lineWidth = value;
    else if (key === 'CA') state.strokeAlpha = value;
    else if (key === 'ca') state.fillAlpha = value;
    else if (key === 'Font') [state.font, state.fontSize] = [walk.fonts(value[0]), value[1]];
  }
};

const move = (walk: Walk, x: number, y: number): void => {
  const { pen } = walk;
  pen.x = pen.lineX += x;
  pen.y = pen.lineY += y;
};

const textMatrix = (walk: Walk, matrix: Matrix): void => {
  walk.pen = { matrix, x: 0, y: 0, lineX: 0, lineY: 0, spaced: false };
};

/** What each operator does. Operators that neither move nor draw anything are left out. */
const operators: Record<number, (walk: Walk, args: Args) => void> = {
  [OPS.save]: walk => walk.stack.push({ ...walk.state }),
  [OPS.restore]: close,
  [OPS.transform]: (walk, args) => {
    walk.state.matrix = multiply(walk.state.matrix, args);
  },
  [OPS.paintFormXObjectBegin]: (walk, args) => open(walk, args[0], args[1]),
  [OPS.paintFormXObjectEnd]: close,
  // The group's matrix is applied by the form inside it; only its box is needed here.
  [OPS.beginGroup]: (walk, [group]) => {
    open(walk, group.matrix, group.bbox);
    walk.state.matrix = walk.stack.at(-1)!.matrix;
  },
  [OPS.endGroup]: close,
  // An annotation starts from the bare page: what the page left on the stack does not concern it.
  [OPS.beginAnnotation]: (walk, [, rect, transform, matrix]) => {
    walk.stack.push(walk.state);
    walk.state = initialState(walk.base, walk.page);
    if (rect) walk.state.clip = meet(walk.page, mapBox(walk.base, rect[0], rect[1], rect[2], rect[3]));
    walk.state.matrix = multiply(multiply(walk.base, transform ?? identity), matrix ?? identity);
  },
  [OPS.endAnnotation]: close,
  [OPS.setLineWidth]: (walk, args) => {
    walk.state.lineWidth = args[0];
  },
  [OPS.setStrokeRGBColor]: (walk, args) => {
    walk.state.strokeColor = args[0];
  },
  [OPS.setFillRGBColor]: (walk, args) => {
    walk.state.fillColor = args[0];
  },
  [OPS.setStrokeColorN]: walk => {
    walk.state.strokeColor = 'pattern';
  },
  [OPS.setFillColorN]: walk => {
    walk.state.fillColor = 'pattern';
  },
  [OPS.setStrokeTransparent]: walk => {
    walk.state.strokeColor = 'none';
  },
  [OPS.setFillTransparent]: walk => {
    walk.state.fillColor = 'none';
  },
  [OPS.setGState]: (walk, args) => setState(walk, args[0]),
  [OPS.clip]: walk => {
    walk.clipNext = true;
  },
  [OPS.eoClip]: walk => {
    walk.clipNext = true;
  },
  [OPS.constructPath]: path,
  [OPS.paintImageXObject]: walk => image(walk, walk.state.matrix),
  [OPS.paintInlineImageXObject]: walk => image(walk, walk.state.matrix),
  [OPS.paintImageMaskXObject]: walk => image(walk, walk.state.matrix),
  [OPS.paintSolidColorImageMask]: walk =>
    addArea(walk.drawn, mapBox(walk.state.matrix, 0, 0, 1, 1), walk.state.clip, walk.state.fillColor),
  [OPS.paintInlineImageXObjectGroup]: (walk, [, map]) => {
    for (const item of map) image(walk, multiply(walk.state.matrix, item.transform));
  },
  [OPS.paintImageMaskXObjectGroup]: (walk, [images]) => {
    for (const item of images) image(walk, multiply(walk.state.matrix, item.transform));
  },
  [OPS.paintImageXObjectRepeat]: (walk, [, scaleX, scaleY, positions]) => {
    for (let i = 0; i < positions.length; i += 2)
      image(walk, multiply(walk.state.matrix, [scaleX, 0, 0, scaleY, positions[i], positions[i + 1]]));
  },
  [OPS.paintImageMaskXObjectRepeat]: (walk, [, scaleX, skewX, skewY, scaleY, positions]) => {
    for (let i = 0; i < positions.length; i += 2)
      image(
        walk,
        multiply(walk.state.matrix, [scaleX, skewX ?? 0, skewY ?? 0, scaleY, positions[i], positions[i + 1]]),
      );
  },
  [OPS.beginText]: walk => textMatrix(walk, identity),
  [OPS.setFont]: (walk, args) => {
    [walk.state.font, walk.state.fontSize] = [walk.fonts(args[0]), args[1]];
  },
  [OPS.setCharSpacing]: (walk, args) => {
    walk.state.charSpacing = args[0];
  },
  [OPS.setWordSpacing]: (walk, args) => {
    walk.state.wordSpacing = args[0];
  },
  [OPS.setHScale]: (walk, args) => {
    walk.state.horizontalScale = args[0] / 100;
  },
  [OPS.setLeading]: (walk, args) => {
    walk.state.leading = -args[0];
  },
  [OPS.setTextRise]: (walk, args) => {
    walk.state.rise = args[0];
  },
  [OPS.setTextRenderingMode]: (walk, args) => {
    walk.state.renderingMode = args[0];
  },
  [OPS.setTextMatrix]: (walk, args) => textMatrix(walk, args.length === 1 ? args[0] : args),
  [OPS.moveText]: (walk, args) => move(walk, args[0], args[1]),
  [OPS.setLeadingMoveText]: (walk, args) => {
    walk.state.leading = args[1];
    move(walk, args[0], args[1]);
  },
  [OPS.nextLine]: walk => move(walk, 0, walk.state.leading),
  [OPS.showText]: (walk, args: [readonly (ShownGlyph | number)[]]) => {
    if (!hidden(walk)) showText(args[0], walk.state, walk.pen, walk.drawn, walk.mappings);
  },
  [OPS.beginMarkedContentProps]: (walk, [tag, properties]) => {
    walk.layers.push(tag !== 'OC' || walk.shown(properties));
  },
  [OPS.beginMarkedContent]: walk => walk.layers.push(true),
  [OPS.endMarkedContent]: walk => walk.layers.pop(),
};

/**
 * Walks a page's operators once and gives every glyph and ruling in page space. The viewport's matrix already holds
 * /Rotate, the crop box and the downward y axis.
 */
export function walkOperators(
  list: OperatorList,
  viewport: { readonly transform: readonly number[]; readonly width: number; readonly height: number },
  fonts: (id: string) => Font | null,
  shown: (layer: unknown) => boolean,
  mappings: Mappings,
): Drawn {
  const base = multiply(viewport.transform as Matrix, identity);
  const page = { x0: 0, top: 0, x1: viewport.width, bottom: viewport.height };
  const drawn: Drawn = { glyphs: [], edges: [], shades: [], images: [], curves: 0 };
  const walk: Walk = {
    state: initialState(base, page),
    stack: [],
    pen: { matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0, spaced: false },
    clipNext: false,
    layers: [],
    base,
    page,
    fonts,
    shown,
    mappings,
    drawn,
  };
  for (let i = 0; i < list.fnArray.length; i++) operators[list.fnArray[i]!]?.(walk, list.argsArray[i]);
  return drawn;
}
