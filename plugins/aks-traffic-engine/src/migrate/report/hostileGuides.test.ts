import fc from 'fast-check';
import {
  hostileText,
  MarkdownNode,
  nodesOf,
  references,
  textOf,
  within,
} from '../__testUtils__/markdownNodes';
import { options } from '../__testUtils__/arbitraries';
import { ingress, migrate } from '../__testUtils__/migrations';
import { migrationGuide } from './migrationGuide';
import { migrationSummary } from './migrationSummary';

/** An Ingress of which everything is hostile that somebody writes. */
const hostileIngress = fc
  .record({
    name: hostileText,
    namespace: hostileText,
    host: hostileText,
    tls: hostileText,
    nginx: fc.dictionary(
      fc.oneof(
        fc.constantFrom(
          'auth-url',
          'rewrite-target',
          'server-snippet',
          'whitelist-source-range',
          'canary-by-header',
          'affinity',
          'permanent-redirect',
          'cors-allow-origin',
          'use-regex',
        ),
        hostileText,
      ),
      hostileText,
      { maxKeys: 4 },
    ),
    annotations: fc.dictionary(hostileText, hostileText, { maxKeys: 2 }),
    paths: fc.array(
      fc.tuple(
        hostileText.map(text => `/${text}`),
        hostileText,
        fc.oneof(fc.constantFrom('Prefix', 'Exact'), hostileText),
      ),
      { maxLength: 3 },
    ),
  })
  .map(ingress);

/** Parts that the texts have besides titles and prose. Links, pictures, HTML, quotes and blocks of code are none of them. */
const ownParts = [
  'inlineCode',
  'list',
  'listItem',
  'paragraph',
  'strong',
  'table',
  'tableCell',
  'tableRow',
];

const ownTitles =
  /^(Move to|Decide before the move|Open by request|Check after the move|Every annotation|Every path|Carried over or not needed|Shift traffic side by side|Go back)/;

function isStrange(node: MarkdownNode): boolean {
  switch (node.type) {
    case 'text':
      return references.test(node.value!);
    case 'heading':
      return !ownTitles.test(textOf(node));
    default:
      return !ownParts.includes(node.type);
  }
}

describe.each([
  ['the guide', migrationGuide],
  [
    'the text of the pull request',
    (migration: ReturnType<typeof migrate>) =>
      migrationSummary(migration, { guidePath: 'deploy/gateway/MIGRATION.md' }),
  ],
])('%s of hostile Ingresses', (_, write) => {
  it('has no links, pictures, mentions, references, HTML or titles of theirs', () => {
    fc.assert(
      fc.property(
        fc.array(hostileIngress, { minLength: 1, maxLength: 3 }),
        options,
        (objects, given) => {
          const nodes = nodesOf(write(migrate(objects, given)));

          expect(nodes.flatMap(within).filter(isStrange)).toEqual([]);
        },
      ),
    );
  });
});
