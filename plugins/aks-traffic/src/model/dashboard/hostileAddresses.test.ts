import fc from 'fast-check';
import { docsAddress } from '../docsAddress';
import { isWebAddress, proseParts } from '../webAddress';
import {
  filterFields,
  parseServiceView,
  serviceViewParameters,
} from './serviceView';

const script = ['javascript', 'alert(1)'].join(':');

const text = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'high',
    'public',
    'none',
    'risk:asc',
    '100',
    '1e9',
    '-1',
    script,
    `java\nscript:alert(1)`,
    ` ${script}`,
    'data:text/html,<script>x</script>',
    'https://example.com/a',
    'https://example.com\\@evil.example',
    'docs/rules/a.md',
    'docs/../../x',
    'docs/rules/%2e%2e/x',
    '//evil.example',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

describe('addresses that somebody else wrote', () => {
  it('stand for a view of the services, which is the same again when it is shared', () => {
    const names = fc.oneof(
      fc.constantFrom(
        ...filterFields,
        'search',
        'orderBy',
        'pageSize',
        'page',
        'cursor',
      ),
      text,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, text), { maxLength: 8 }), pairs => {
        const view = parseServiceView(new URLSearchParams(pairs));
        const shared = serviceViewParameters(view).toString();

        expect(parseServiceView(new URLSearchParams(shared))).toEqual(view);
        expect(Object.getPrototypeOf(view.filter)).toBe(Object.prototype);
        expect(Object.keys(view.filter)).toEqual(
          [...filterFields, 'search'].filter(
            field => view.filter[field as 'search'] !== undefined,
          ),
        );
      }),
    );
  });

  it('become links to the web or nothing', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const written = `${before}${after}`;
        const links = [
          ...[written].filter(isWebAddress),
          ...proseParts(`${before} ${after}`).flatMap(
            ({ address }) => address ?? [],
          ),
          ...[
            docsAddress({ docs: written, docsUrl: 'https://docs.example/x' }),
            docsAddress({ docs: 'docs/a.md', docsUrl: written }),
          ].flatMap(address => address ?? []),
        ];

        for (const link of links) {
          expect(new URL(link, 'https://portal.example').protocol).toMatch(
            /^https?:$/,
          );
          expect(link).toMatch(/^https?:\/\//);
        }
      }),
    );
  });

  it('do not lead out of the folder of the documentation', () => {
    fc.assert(
      fc.property(text, page => {
        const address =
          docsAddress({
            docs: `docs/${page}`,
            docsUrl: 'https://docs.example/base',
          }) ?? 'https://docs.example/base/';

        expect(new URL(address).href).toMatch(
          /^https:\/\/docs\.example\/base\//,
        );
      }),
    );
  });
});
