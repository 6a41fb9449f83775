import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { retirementById, retirements } from '../retirements/retirements';
import { notCheckable } from './notCheckable';
import { rules } from './registry';
import { severities } from './severities';

const pages = resolve(__dirname, '../../../../docs/rules');
const sections = ['Why', 'How to fix', 'When not to'];

describe('the registry', () => {
  const ids = rules.map(({ metadata }) => metadata.id);

  it('has the rules of the table of severities, in order, once each', () => {
    expect(ids).toEqual(Object.keys(severities));
    expect([...ids].sort()).toEqual(ids);
  });

  it('has every file that makes a rule', () => {
    const files = readdirSync(__dirname).filter(
      name =>
        name.endsWith('.ts') &&
        !name.endsWith('.test.ts') &&
        readFileSync(join(__dirname, name), 'utf8').includes('= createRule('),
    );
    expect(files.sort()).toEqual(ids.map(id => `${id}.ts`));
  });

  it('has a test for every rule', () => {
    const names = new Set(readdirSync(__dirname));
    expect(ids.filter(id => !names.has(`${id}.test.ts`))).toEqual([]);
  });

  it('has a page for every rule, and no page without a rule', () => {
    const names = readdirSync(pages).filter(name => name !== 'index.md');
    const pageIds = [...ids, ...notCheckable.map(({ id }) => id)];
    expect(names.sort()).toEqual(pageIds.sort().map(id => `${id}.md`));
  });

  it('has the pages in the navigation of the documentation', () => {
    const navigation = readFileSync(
      join(pages, '../../mkdocs.yml'),
      'utf8',
    ).match(/rules\/[a-z0-9-]+\.md/g);
    expect(navigation!.sort()).toEqual(
      readdirSync(pages)
        .map(name => `rules/${name}`)
        .sort(),
    );
  });

  it('has a rule for every retirement that was announced', () => {
    const judged = new Set<string | undefined>(
      rules.map(({ metadata }) => metadata.retirement),
    );
    expect(
      retirements.map(({ id }) => id).filter(id => !judged.has(id)),
    ).toEqual(
      // Nobody announced one; the row says so.
      ['RET-AGIC'],
    );
  });

  describe.each(notCheckable)('$id, which cannot be checked', entry => {
    const page = readFileSync(join(pages, `${entry.id}.md`), 'utf8');

    it('is no rule, and has a page that says why', () => {
      expect(ids).not.toContain(entry.id);
      expect(page.replace(/\s+/g, ' ')).toContain(
        `# ${entry.id} ${entry.description} ## Why it is not checked ${entry.reason}`,
      );
      expect(page).toContain('## What to do instead');
    });

    it('is listed in the index of pages', () => {
      const index = readFileSync(join(pages, 'index.md'), 'utf8');
      expect(index).toContain(`[${entry.id}](${entry.id}.md)`);
    });
  });

  describe.each(rules.map(({ metadata }) => [metadata.id, metadata] as const))(
    '%s',
    (id, metadata) => {
      const path = join(pages, `${id}.md`);
      const page = existsSync(path) ? readFileSync(path, 'utf8') : '';

      it('has a page that begins with its id and description', () => {
        const [title, description] = page.split('\n\n');
        expect(title).toBe(`# ${id}`);
        expect(description.replace(/\n/g, ' ')).toBe(metadata.description);
      });

      it('says why, how to fix it and when not to', () => {
        const headings = [...page.matchAll(/^## (.+)$/gm)].map(
          ([, heading]) => heading,
        );
        expect(headings).toEqual(sections);
      });

      it('is listed in the index of pages', () => {
        const index = readFileSync(join(pages, 'index.md'), 'utf8');
        expect(index).toContain(`[${id}](${id}.md)`);
      });

      it('names a retirement of the catalogue, in code and page, or none', () => {
        const named = [...page.matchAll(/RET-[A-Z0-9-]*[A-Z0-9]/g)].map(
          ([name]) => name,
        );
        expect(named.every(name => retirementById(name))).toBe(true);
        expect(
          metadata.retirement === undefined ||
            named.includes(metadata.retirement),
        ).toBe(true);
      });

      it('is one sentence with a way out', () => {
        expect(metadata.description).toMatch(/^[A-Z].*\.$/);
        expect(metadata.remediation.summary).toMatch(/\.$/);
        expect(metadata.remediation.actions.length).toBeGreaterThan(0);
      });
    },
  );
});
