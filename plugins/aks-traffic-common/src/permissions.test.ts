import { isResourcePermission } from '@backstage/plugin-permission-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { aksTrafficPermissions } from './permissions';

const page = readFileSync(
  resolve(__dirname, '../../../docs/install.md'),
  'utf8',
);

/** The table of permissions in the installation guide. */
const documented = [
  ...page.matchAll(/^\| `(aks-traffic\.[\w.]+)` \| (.+) \|$/gm),
].map(([, name, allows]) => ({
  name,
  isConditional: /can be made conditional on the Service/.test(allows),
}));

describe('the permissions', () => {
  it('are all in the installation guide, with whether they can be made conditional', () => {
    const byName = (a: { name: string }, b: { name: string }) =>
      a.name < b.name ? -1 : 1;

    expect(documented.sort(byName)).toEqual(
      aksTrafficPermissions
        .map(permission => ({
          name: permission.name,
          isConditional: isResourcePermission(permission),
        }))
        .sort(byName),
    );
  });
});
