import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

/** Files with property tests, by their name. */
const propertyTests = ['packages', 'plugins']
  .flatMap(group =>
    readdirSync(join(root, group)).flatMap(folder =>
      readdirSync(join(root, group, folder, 'src'), { recursive: true })
        .map(String)
        .filter(file => /\.test\.tsx?$/.test(file))
        .map(file => join(root, group, folder, 'src', file)),
    ),
  )
  .filter(file => /\bfc\.assert\(/.test(readFileSync(file, 'utf8')))
  .map(file => basename(file));

const [, section] = readFileSync(join(root, 'docs/security.md'), 'utf8').split(
  /^## What is read from outside.*$/m,
);
const rows = section
  .split('\n')
  .filter(line => /^\| (?!Written by)/.test(line))
  .map(line => ({
    line,
    files: [...line.matchAll(/`([\w.]+\.test\.tsx?)`/g)].map(
      ([, file]) => file,
    ),
  }));
const named = rows.flatMap(({ files }) => files);

describe('the inventory of what is read from outside', () => {
  it('names property tests for everything, each of which there is once', () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ files }) => files.length === 0)).toEqual([]);
    expect(
      named.filter(
        file => propertyTests.filter(each => each === file).length !== 1,
      ),
    ).toEqual([]);
  });

  it('leaves out no test of hostile input', () => {
    expect(
      propertyTests.filter(
        file => file.startsWith('hostile') && !named.includes(file),
      ),
    ).toEqual([]);
  });
});
