import { printable } from 'backstage-plugin-aks-traffic-common';
import fc from 'fast-check';
import {
  hostileText,
  hostileWords,
  MarkdownNode,
  nodesOf,
  references,
  textOf,
} from '../__testUtils__/markdownNodes';
import {
  markdownCell,
  markdownCellText,
  markdownCode,
  markdownText,
} from './markdown';

function expectHarmless(nodes: readonly MarkdownNode[]) {
  const harmful = nodes.filter(
    ({ type, value }) =>
      type !== 'inlineCode' && (type !== 'text' || references.test(value!)),
  );
  expect(harmful).toEqual([]);
}

/** The sentence, in which white space of any kind is one blank. */
const spaced = (text: string) =>
  text.split(/\s+/).map(printable).join(' ').trim();

describe('markdownText', () => {
  it.each(hostileWords)('takes %j as data in an item of a list', word => {
    const [list, ...more] = nodesOf(
      `- \`shop/web\`: ${markdownText(`Says x${word}y, and ${word}.`)}`,
    );

    expect(more).toEqual([]);
    expect(list.children).toHaveLength(1);
    const [{ children: paragraphs }] = list.children!;
    expect(paragraphs!.map(({ type }) => type)).toEqual(['paragraph']);
  });

  it('is the text and nothing else', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const [list, ...more] = nodesOf(`- \`x\`: ${markdownText(text)} end`);

        expect(more).toEqual([]);
        const [paragraph] = list.children![0].children!;
        expect(paragraph.type).toBe('paragraph');
        expectHarmless(paragraph.children!);
        expect(spaced(textOf(paragraph))).toBe(spaced(`x: ${text} end`));
      }),
    );
  });

  it('leaves a sentence as it is', () => {
    const sentence =
      'Set the timeout (60s) of "web", "a=b" or 50 % of it; see spec.rules.';

    expect(markdownText(sentence)).toBe(sentence);
  });
});

describe('markdownCode', () => {
  it('is the value and nothing else', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const [paragraph] = nodesOf(`x ${markdownCode(text)} y`);
        const plain = printable(text);

        expect(paragraph.children!.map(({ type }) => type)).toEqual([
          'text',
          'inlineCode',
          'text',
        ]);
        expect(paragraph.children![1].value!.trim()).toBe(plain.trim());
      }),
    );
  });
});

describe('cells of a table', () => {
  it.each([
    ['code', markdownCell, printable],
    ['text', markdownCellText, spaced],
  ] as const)('hold any value as %s, each in its own', (_, cell, expected) => {
    fc.assert(
      fc.property(hostileText, hostileText, (first, second) => {
        const [table, ...more] = nodesOf(
          `| A | B |\n| --- | --- |\n| ${cell(first)} | ${cell(second)} |`,
        );

        expect(more).toEqual([]);
        const [, ...rows] = table.children!;
        expect(rows).toHaveLength(1);
        expect(rows[0].children).toHaveLength(2);
        rows[0].children!.forEach((each, index) => {
          expectHarmless(each.children!);
          expect(spaced(textOf(each))).toBe(
            spaced(expected([first, second][index])),
          );
        });
      }),
    );
  });
});
