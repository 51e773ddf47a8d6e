import { tokenise } from '../../fields/credit-rule/lexicon.ts';
import type { CreditRule } from '../../fields/credit-rule/schema.ts';
import { simplify } from '../../fields/traditional.ts';
import type { Detail } from '../schema.ts';
import { type Setting, sameText, textKey } from '../wording.ts';
import { type Comparing, differs, same, type Verdict } from './verdict.ts';

type Applied = Extract<CreditRule, { applies: true }>;

/** What a rule's words say beyond basis, classes and what rises: figures, other documents, denials, words of no lexicon. */
const beyond = new Set(['unknown', 'amount', 'document', 'not', 'lower']);
const restOf = ({ text, basis }: Applied, setting: Setting): string =>
  tokenise(simplify(basis === null ? text : text.replace(basis, '')))
    .filter(({ kind }) => beyond.has(kind))
    .map(token => textKey(token.text, setting))
    .filter(key => key !== '')
    .join(' ');

const without = (these: readonly string[], those: readonly string[]): string[] =>
  these.filter(one => !those.includes(one));

const moved = (of: 'classes' | 'raises', base: readonly string[], head: readonly string[]): Detail[] => {
  const [gone, come] = [without(base, head), without(head, base)];
  return [
    ...(gone.length > 0 ? [{ kind: 'removed', of, from: gone, to: null } as const] : []),
    ...(come.length > 0 ? [{ kind: 'added', of, from: null, to: come } as const] : []),
  ];
};

function compareApplied(base: Applied, head: Applied, comparing: Comparing): Verdict {
  if (base.text === head.text) return same();
  // Classes of two systems have no order between them; a side that names none has no system either.
  const systems = base.system !== null && head.system !== null && base.system !== head.system;
  const details: Detail[] = systems
    ? [{ kind: 'changed', of: 'system', from: base.system, to: head.system }]
    : [...moved('classes', base.classes, head.classes)];
  details.push(...moved('raises', base.raises, head.raises));
  const basis = sameText(base.basis ?? '', head.basis ?? '', comparing);
  const rest = restOf(base, comparing.base) === restOf(head, comparing.head);
  if (!basis) details.push({ kind: 'changed', of: 'basis', from: base.basis, to: head.basis });
  if (!rest) details.push({ kind: 'changed', of: 'text', from: base.text, to: head.text });
  const kinds = new Set(details.map(({ kind }) => kind));
  if (kinds.size === 0) return same(sameText(base.text, head.text, comparing) ?? ['cosmetic']);
  // What was lost or won decides; another basis or wording beside it is told in the details.
  if (kinds.has('removed') && !kinds.has('added') && !systems) return differs('weakened', details);
  if (kinds.has('added') && !kinds.has('removed') && !systems) return differs('strengthened', details);
  return differs('changed', details);
}

/** What became of a credit rule: classes or measures lost (weakened), won (strengthened), or something else. */
export function compareCreditRules(base: CreditRule | null, head: CreditRule | null, comparing: Comparing): Verdict {
  if (base === null || head === null) {
    if (base === head) return same();
    if (base?.applies) return differs('removed');
    return differs(head?.applies ? 'added' : 'changed');
  }
  if (base.applies && head.applies) return compareApplied(base, head, comparing);
  if (base.applies) return differs('weakened');
  if (head.applies) return differs('strengthened');
  return same(base.text === head.text ? [] : ['cosmetic']);
}
