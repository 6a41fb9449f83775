import { ingress, migrate } from '../__testUtils__/migrations';
import { migrationGuide } from './migrationGuide';
import { migrationSummary } from './migrationSummary';

const guidePath = 'deploy/gateway/MIGRATION.md';

describe('migrationSummary', () => {
  it('says what is moved, what to decide, and where the rest is', () => {
    const summary = migrationSummary(
      migrate([ingress({ nginx: { 'proxy-body-size': '9m' } })], {
        internal: false,
      }),
      { guidePath },
    );

    expect(summary).toContain(
      'Moves 1 Ingress of NGINX to application routing with the Gateway API: 3 objects for 1 path, 1 annotation judged.',
    );
    expect(summary).toContain(`\`${guidePath}\``);
    expect(summary).toMatch(
      /## Decide before the move \(1\)\n\n- `shop\/shop`, `proxy-body-size`/,
    );
  });

  it('says that there is nothing to decide', () => {
    expect(
      migrationSummary(migrate([ingress({})], { internal: true }), {
        guidePath,
      }),
    ).toMatch(/\(0\)\n\nNothing\.\n$/);
  });

  it('names paths that nothing would serve, and what is open by request', () => {
    const nginx = { 'auth-url': 'https://a' };
    const closed = migrationSummary(migrate([ingress({ nginx })]), {
      guidePath,
    });
    const open = migrationSummary(
      migrate([ingress({ nginx })], { allowOpen: true }),
      { guidePath },
    );

    expect(closed).toContain('**1 path would not be served.**');
    expect(open).toContain(
      '**1 thing that kept callers out would not any more',
    );
  });

  it('fits into the description of a pull request, however many Ingresses there are', () => {
    const migration = migrate(
      Array.from({ length: 1500 }, (_, index) =>
        ingress({
          name: `shop-${index}`,
          host: `h${index}.contoso.com`,
          nginx: { 'proxy-body-size': '9m', 'limit-rps': '5' },
        }),
      ),
    );
    const summary = migrationSummary(migration, { guidePath });
    const shown = summary.match(/^- /gm)!.length;
    const [, more] = /And (\d+) more, in `deploy/.exec(summary)!;

    expect(migrationGuide(migration).length).toBeGreaterThan(65_536);
    expect(summary.length).toBeLessThanOrEqual(8_000);
    expect(shown + Number(more)).toBe(
      migration.notes.filter(({ attention }) => attention === 'decide').length,
    );
    expect(
      migrationSummary(migration, { guidePath, maximumLength: 900 }).length,
    ).toBeLessThanOrEqual(900);
  });
});
