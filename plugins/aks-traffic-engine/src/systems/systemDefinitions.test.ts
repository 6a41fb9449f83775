import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemDefinitions } from './systemDefinitions';

const pages = resolve(__dirname, '../../../../docs/systems');

const withoutController = [
  'load-balancer-service',
  'node-port-service',
  'other',
  'unknown',
];

describe('systems', () => {
  it.each([
    ...systemDefinitions.map(({ system }) => system),
    ...withoutController,
  ])(
    '%s has a page that says how it is detected and what cannot be known',
    system => {
      const page = readFileSync(resolve(pages, `${system}.md`), 'utf8');
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

  it.each(systemDefinitions.map(({ system }) => system))(
    '%s has a folder of its own',
    system => {
      expect(existsSync(resolve(__dirname, system))).toBe(true);
    },
  );

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
