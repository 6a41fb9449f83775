import {
  MigrationTarget,
  ObjectRef,
  printable,
} from 'backstage-plugin-aks-traffic-common';

/** The targets as sentences name them. */
export const targetTitles: Record<MigrationTarget, string> = {
  'app-routing-gateway-api': 'application routing with the Gateway API',
  'application-gateway-for-containers': 'Application Gateway for Containers',
  istio: 'the Istio add-on with the Gateway API',
};

export function placeOf({ namespace, name }: ObjectRef): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/**
 * What means something to Markdown or to those who host it: HTML, images, links, emphasis, formulas, mentions of people,
 * references to issues, entities that stand for any of these, and addresses.
 */
const meaning = /[`*_~<>[\]|\\@#!&$]|:\/\/|\bwww\.|\bGH-\d/i;

/** What stands around a word in a sentence, with the word between. */
const punctuation = /^([("']*)(.*?)([)"'.,;:?]*)$/su;

/**
 * A sentence as Markdown that says nothing else. Values come from objects: every word of it that would mean something is
 * written as code, in which it is as it was.
 */
export function markdownText(text: string): string {
  return sentence(text, markdownCode);
}

/** The same in a table, in which a bar ends a cell. */
export function markdownCellText(text: string): string {
  return sentence(text, markdownCell);
}

function sentence(text: string, code: (word: string) => string): string {
  return text
    .split(/\s+/)
    .map(word => {
      if (!meaning.test(word)) {
        return printable(word);
      }
      const [, before, middle, after] = punctuation.exec(word)!;
      return `${before}${code(middle)}${after}`;
    })
    .join(' ')
    .trim();
}

/** A value as code, with everything that is in it; control characters and white space other than blanks by their code. */
export function markdownCode(text: string): string {
  const plain = printable(text);
  const ticks = Math.max(
    0,
    ...(plain.match(/`+/g) ?? []).map(run => run.length),
  );
  const fence = '`'.repeat(ticks + 1);
  // A blank at both ends is taken away again, and keeps the fence off ticks of the value.
  const blank = /^`|`$|^ .* $/s.test(plain) || plain === '' ? ' ' : '';
  return `${fence}${blank}${plain}${blank}${fence}`;
}

/** The same in a table, where a bar ends a cell even within code unless it is escaped; behind a backslash it cannot be. */
export function markdownCell(text: string): string {
  return text
    .split(/(?<=\\)\|/)
    .map(part => (part === '' ? '' : markdownCode(part).replace(/\|/g, '\\|')))
    .join('&#124;');
}
