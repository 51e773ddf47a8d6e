import type { Bilingual } from '../model/diagnostic.ts';
import { Refusal } from '../model/refusal.ts';

/** What a file may have too many of. */
const counted = {
  parts: { zh: '压缩包内的文件', en: 'parts' },
  elements: { zh: 'XML 元素', en: 'elements' },
  tags: { zh: '标签', en: 'tags' },
  attributes: { zh: '一个标签的属性', en: 'attributes of one tag' },
  depth: { zh: '嵌套层次', en: 'levels of nesting' },
  characters: { zh: '字符', en: 'characters' },
  merges: { zh: '合并区域', en: 'merged ranges' },
} satisfies Record<string, Bilingual>;

/** The refusal of a file that no office program or site would write, and that would cost minutes or all memory to read. */
export const tooComplex = (what: keyof typeof counted, limit: number): Refusal =>
  new Refusal({ code: 'too-complex', params: { what: counted[what], limit } });
