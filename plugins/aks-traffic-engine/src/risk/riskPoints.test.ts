import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nginxVulnerabilities } from '../retirements/nginxReleases';
import { highestScore, riskPoints } from './riskPoints';

const docs = resolve(__dirname, '../../../../docs');
const page = readFileSync(resolve(docs, 'risk-score.md'), 'utf8');

describe('the page about the score', () => {
  it('has every line with its points, and no others', () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (\d+) \| .+ \|$/gm)];
    expect(
      Object.fromEntries(rows.map(([, id, points]) => [id, Number(points)])),
    ).toEqual(riskPoints);
  });

  it('names the highest score and the vulnerabilities that count', () => {
    expect(page).toContain(`capped at ${highestScore}`);
    for (const { ids, fixedIn } of nginxVulnerabilities) {
      for (const text of [...ids, ...fixedIn]) {
        expect(page).toContain(text);
      }
    }
  });

  it('is in the navigation of the documentation', () => {
    const navigation = readFileSync(resolve(docs, '../mkdocs.yml'), 'utf8');
    expect(navigation).toContain('risk-score.md');
  });
});
