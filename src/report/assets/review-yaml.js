// The corrections file: YAML whose scalars are JSON strings (YAML 1.2 is a superset of JSON).

/** JSON in which nothing stands that a reader of YAML could take amiss or an eye miss. @param {unknown} value */
const jsonScalar = value =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]/gu,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** @param {Record<string, unknown>} entry @param {readonly string[]} names */
const yamlEntry = (entry, names) =>
  names
    .filter(name => entry[name] !== undefined && (entry[name] !== '' || name === 'expect' || name === 'set'))
    .map((name, i) => `${i === 0 ? '  - ' : '    '}${name}: ${jsonScalar(entry[name])}\n`)
    .join('');

/** @param {string} name @param {readonly any[]} list @param {readonly string[]} names */
const yamlList = (name, list, names) =>
  list.length === 0 ? '' : `${name}:\n${list.map(entry => yamlEntry(entry, names)).join('')}`;

/**
 * The content of a corrections file.
 * @param {{ corrections: readonly CorrectionData[], waivers: readonly WaiverData[] }} decisions
 */
const correctionsYaml = ({ corrections, waivers }) =>
  `schema: choucha/corrections@1\n${yamlList('corrections', corrections, [
    ...['target', 'plan', 'expect', 'set', 'reason', 'by', 'date', 'evidence'],
  ])}${yamlList('waivers', waivers, ['target', 'code', 'fingerprint', 'reason', 'by', 'date', 'until'])}`;
