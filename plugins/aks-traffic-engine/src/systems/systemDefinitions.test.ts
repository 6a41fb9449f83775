import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemDefinitions } from './systemDefinitions';

const pages = resolve(__dirname, '../../../../docs/systems');

/** The name of its folder and page: systems without a word of their own in the vocabulary go by their title. */
const names = systemDefinitions.map(({ system, title }) =>
  system === 'other' ? title : system,
);

const withoutController = [
  'load-balancer-service',
  'node-port-service',
  'other',
  'unknown',
];

describe('systems', () => {
  it.each([...names, ...withoutController])(
    '%s has a page that says how it is detected and what cannot be known',
    name => {
      const page = readFileSync(resolve(pages, `${name}.md`), 'utf8');
      const system = name === 'kgateway' ? 'other' : name;
      expect(page).toContain(`System \`${system}\`.`);
      for (const heading of [
        'How it is detected',
        'What is shown',
        'What cannot be known',
      ]) {
        expect(page).toContain(`## ${heading}`);
      }
    },
  );

  it.each(names)('%s has a folder of its own, with tests', name => {
    const folder = resolve(__dirname, name);
    expect(existsSync(folder)).toBe(true);
    expect(readdirSync(folder).join()).toContain('.test.ts');
  });

  it('have their pages in the navigation of the documentation', () => {
    const navigation = readFileSync(
      resolve(pages, '../../mkdocs.yml'),
      'utf8',
    ).match(/systems\/[a-z0-9-]+\.md/g);
    expect(navigation!.sort()).toEqual(
      readdirSync(pages)
        .map(name => `systems/${name}`)
        .sort(),
    );
  });

  it('answer to controller values of their own', () => {
    const values = systemDefinitions.flatMap(
      ({ ingressControllers, ingressControllerPrefixes = [] }) => [
        ...ingressControllers,
        ...ingressControllerPrefixes,
      ],
    );
    expect(new Set(values).size).toBe(values.length);
  });
});
