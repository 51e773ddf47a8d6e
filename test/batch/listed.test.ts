import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listed, planFormats } from '../../src/emit/index.ts';

const word = fc.oneof(
  fc.string(),
  fc.constantFrom('一\n二', ' 行首', '\n', 'a\n\n  b\n', '- 一', '行\r\n行', '# x', 'null', '\ttab', '\u2028'),
);
const { value } = fc.letrec(tie => ({
  value: fc.oneof({ depthSize: 'small' }, word, fc.double(), fc.constant(null), tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  record: fc.dictionary(word, tie('value'), { maxKeys: 3 }),
}));
const records = fc.array(fc.dictionary(fc.constantFrom('schema', 'id', 'tasks'), value, { minKeys: 1 }), {
  minLength: 2,
  maxLength: 4,
});

test.each(['json', 'yaml'] as const)('%s: items joined are the text of the whole array', format => {
  const emit = planFormats[format];
  fc.assert(
    fc.property(records, all => {
      const items = all.map(one => listed.item(emit(one as never), format));
      expect(listed.open[format] + items.join(listed.between[format]) + listed.close[format]).toBe(emit(all as never));
    }),
    { numRuns: 300 },
  );
});
