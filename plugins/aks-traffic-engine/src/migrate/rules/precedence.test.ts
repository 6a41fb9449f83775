import {
  find,
  ingress,
  migrate,
  notesAbout,
} from '../__testUtils__/migrations';

function pathsIn(objects: Parameters<typeof migrate>[0]) {
  const result = migrate(objects);
  const route = find(result, 'HTTPRoute');
  return {
    paths: route.spec.rules.map(
      ({ matches: [{ path }] }: any) => `${path.type} ${path.value}`,
    ),
    notes: notesAbout(result, 'precedence'),
  };
}

describe('inOrderOfNginx', () => {
  it('tries longer regular expressions first, whatever their Ingress', () => {
    const { paths } = pathsIn([
      ingress({ name: 'a', paths: [['/users'], ['/users/abc']] }),
      ingress({
        name: 'b',
        nginx: { 'use-regex': 'true' },
        paths: [['/users/[a-z]+']],
      }),
    ]);

    expect(paths).toEqual([
      'RegularExpression (?i)/users/[a-z]+.*',
      'RegularExpression (?i)/users/abc.*',
      'RegularExpression (?i)/users.*',
    ]);
  });

  it('makes no prefix of a path that is rewritten to itself, as it would take what is longer', () => {
    const { paths, notes } = pathsIn([
      ingress({
        name: 'a',
        nginx: { 'rewrite-target': '/$1' },
        paths: [['/(.*)']],
      }),
      ingress({ name: 'b', paths: [['/users/v[12]']] }),
    ]);

    expect(paths).toEqual([
      'RegularExpression (?i)/users/v[12].*',
      'RegularExpression (?i)/(.*)',
    ]);
    expect(notes).toEqual([]);
  });

  it('makes a prefix of a longer plain path below a rewritten prefix, which would take it', () => {
    const { paths, notes } = pathsIn([
      ingress({
        name: 'a',
        nginx: { 'rewrite-target': '/$2' },
        paths: [['/api(/|$)(.*)']],
      }),
      ingress({ name: 'b', paths: [['/api/admin/reports'], ['/api/x']] }),
    ]);

    expect(paths).toEqual([
      'PathPrefix /api',
      'PathPrefix /api/admin/reports',
      'RegularExpression (?i)/api/x.*',
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/^check: NGINX tries \/api\/admin\/reports before/),
    ]);
  });

  it('has a person decide on an expression that NGINX tries before a rewritten prefix, and a Gateway after it', () => {
    const { paths, notes } = pathsIn([
      ingress({
        name: 'a',
        nginx: { 'rewrite-target': '/v2/$1' },
        paths: [['/(.*)']],
      }),
      ingress({ name: 'b', paths: [['/users/[a-z]+']] }),
    ]);

    expect(paths).toEqual([
      'PathPrefix /',
      'RegularExpression (?i)/users/[a-z]+.*',
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/^decide: NGINX tries \/users\/\[a-z\]\+ before/),
    ]);
  });
});
