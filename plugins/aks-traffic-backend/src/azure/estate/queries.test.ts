import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkQueries } from '../../__testUtils__/runSimulator';
import { estateQueries, readQuery, subscriptionsQuery } from './queries';
import { resourceRowSchema } from './resourceRow';

const folder = resolve(__dirname, '../../../queries');
const files = readdirSync(folder).filter(name => name.endsWith('.kql'));

/** KQL types that a column of a row may have, by name; everything else is a text. */
const dynamicColumns = ['sku', 'tags', 'properties'];

describe('the shipped queries', () => {
  it('are all run, and all exist', () => {
    expect(files.sort()).toEqual(
      [...estateQueries.map(({ name }) => name), subscriptionsQuery]
        .map(name => `${name}.kql`)
        .sort(),
    );
  });

  it('are few enough for one window of the quota, however many clusters there are', () => {
    expect(files.length).toBeLessThanOrEqual(15);
  });

  it('are accepted by the Kusto parser, page, and have the columns of the row type', async () => {
    const results = await checkQueries(files.map(name => join(folder, name)));
    const columns = Object.keys(resourceRowSchema.shape).map(name => ({
      name,
      type: dynamicColumns.includes(name) ? 'dynamic' : 'string',
    }));
    expect(results).toEqual(
      results.map(({ file, operators }) => ({
        file,
        ok: true,
        diagnostics: [],
        columns,
        operators,
      })),
    );
    for (const { operators } of results) {
      // Without a stable order, and with a limit, Resource Graph gives no token for the next page.
      expect(operators).toEqual(expect.arrayContaining(['order']));
      expect(operators).not.toEqual(expect.arrayContaining(['take']));
    }
  }, 60_000);

  it.each(estateQueries.map(query => [query.name, query] as const))(
    'asks in %s for the types that it is said to bring, and no others',
    (name, { types }) => {
      const named = readQuery(name).match(/'microsoft\.[^']+'/g) ?? [];
      const asked = new Set(named.map(text => text.slice(1, -1)));
      if (name === 'subnets') {
        asked.delete('microsoft.network/virtualnetworks');
      }
      expect([...asked].sort()).toEqual([...types].sort());
    },
  );

  it('compare types without case, as Resource Graph spells them differently at times', () => {
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).toMatch(/where type (=~|in~)/);
      expect(text).not.toMatch(/\btype (==|in) /);
    }
  });
});
