import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A part of Markdown as it was understood. */
export interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
}

/** What a reader as the portal has makes of Markdown. */
export function nodesOf(markdown: string): MarkdownNode[] {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  }) as MarkdownNode;
  return tree.children!;
}

/** All of a node with what is in it. */
export function within(node: MarkdownNode): MarkdownNode[] {
  return [node, ...(node.children ?? []).flatMap(within)];
}

/** What is to be read. */
export function textOf(node: MarkdownNode): string {
  return within(node)
    .map(({ value }) => value ?? '')
    .join('');
}

/** Mentions, references to issues, addresses and formulas: what hosts make of text that is not code. */
export const references = /@\w|#\d|\bGH-\d|:\/\/|\bwww\.|\$/i;

/** What somebody writes into a value so that it does something in a pull request or a portal. */
export const hostileWords = [
  '![x](http://evil.example/p.png)',
  '[x](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  '<!--',
  '@platform-team',
  '(@octocat)',
  'Fixes #1',
  'contoso/shop#12',
  'GH-12',
  '&#64;octocat',
  'https://evil.example',
  'www.evil.example',
  'a@b.example',
  '```',
  '`',
  '``',
  '~~~',
  '|',
  '\\|',
  '\\',
  '\\`',
  '**bold**',
  '__bold__',
  '$x$',
  '\n# Title',
  '\n---\n',
  '\n- item',
  '\r\n\r\n> quote',
  '\u202e',
  '\u001b[31m',
  ':',
  'a',
  '1.',
];

/** Text with such words. */
export const hostileText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...hostileWords),
    fc.constantFrom(' ', ''),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  ),
  maxLength: 8,
});
