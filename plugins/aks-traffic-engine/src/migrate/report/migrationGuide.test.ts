import { stringify } from 'yaml';
import { ingress, migrate, objectsOf } from '../__testUtils__/migrations';
import { migrationGuide } from './migrationGuide';

describe('migrationGuide', () => {
  it('names each annotation and path, how to shift traffic and how to go back', () => {
    const guide = migrationGuide(
      migrate([
        ingress({
          nginx: {
            'whitelist-source-range': '10.0.0.0/8',
            'use-regex': 'true',
          },
          paths: [['/v[12]'], ['/a b']],
        }),
      ]),
    );

    expect(guide).toMatch(/## Decide before the move/);
    expect(guide).toMatch(/\| `shop\/shop` \| `whitelist-source-range` \| /);
    expect(guide).toMatch(/\*\*not served\*\*/);
    expect(guide).toMatch(/5, 25, 50 and 100 percent/);
    expect(guide).toMatch(/## Go back/);
  });

  it('writes the bars of regular expressions out', () => {
    const guide = migrationGuide(
      migrate([
        ingress({ nginx: { 'use-regex': 'true' }, paths: [['/a(/|$)(.*)']] }),
      ]),
    );

    expect(guide).toContain('| `/a(/\\|$)(.*)` |');
  });

  it.each([
    [false, /\*\*not served\*\*: its route would let everybody in: auth-url/],
    [true, /## Open by request\n\n.*\n\n- `shop\/shop`, `auth-url`: /],
  ])('says what is open, allowed: %s', (allowOpen, expected) => {
    const guide = migrationGuide(
      migrate([ingress({ nginx: { 'auth-url': 'https://id.contoso.com' } })], {
        allowOpen,
      }),
    );

    expect(guide).toMatch(expected);
    expect(guide.includes('Open by request')).toBe(allowOpen);
  });

  it('takes hostile names and values as data', () => {
    const guide = migrationGuide(
      migrate([
        ingress({
          name: 'x`|<img src=x onerror=alert(1)>',
          nginx: { 'x|y': '<script>alert(1)</script>' },
        }),
      ]),
    );

    expect(guide).not.toMatch(/<script|<img(?![^`]*`)/);
    expect(
      guide
        .split('\n')
        .filter(line => line.startsWith('| `'))
        .every(line => line.replace(/\\\|/g, '').split('|').length >= 6),
    ).toBe(true);
  });

  it('survives being written as YAML', () => {
    const { objects } = migrate([ingress({})]);

    expect(
      objectsOf(objects.map(object => stringify(object)).join('---\n')),
    ).toEqual(objects);
  });
});
