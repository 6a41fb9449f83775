import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkQueries } from './checkQueries';

const folder = mkdtempSync(join(tmpdir(), 'check-queries-'));
const good = join(folder, 'good.kql');
const bad = join(folder, 'bad.kql');
const missing = join(folder, 'missing.kql');

beforeAll(() => {
  writeFileSync(
    good,
    '// Clusters\nresources\n| project id, pools = array_length(properties.agentPoolProfiles)\n',
  );
  writeFileSync(bad, 'resources\n| where nme == 1\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('checkQueries', () => {
  it('tells columns and operators of a query that is accepted', () => {
    expect(checkQueries([good])).toEqual([
      {
        file: good,
        ok: true,
        diagnostics: [],
        columns: [
          { name: 'id', type: 'string' },
          { name: 'pools', type: 'long' },
        ],
        operators: ['project'],
      },
    ]);
  });

  it('tells code, place and reason for one that is not, and goes on', () => {
    const [first, second, third] = checkQueries([bad, missing, good]);
    expect(first).toMatchObject({
      ok: false,
      columns: [],
      diagnostics: [{ code: 'SemanticError', line: 2, column: 9 }],
    });
    expect(first.diagnostics[0].message).toContain("'nme'");
    expect(second).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'UnreadableFile' }],
    });
    expect(third.ok).toBe(true);
  });
});
