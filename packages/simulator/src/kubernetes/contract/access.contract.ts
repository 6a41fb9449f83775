import assert from 'node:assert/strict';
import type { ContractCase } from './ContractTarget';

/** Who gets in, and what those are told who do not. */
export const accessContract: ContractCase[] = [
  {
    name: 'refuses an unknown token with 401 and a Status',
    async run({ request, builtIn }) {
      const response = await request(builtIn.path, {
        authorization: 'Bearer not-a-token-of-anybody',
      });
      assert.equal(response.status, 401);
      const status = response.json();
      assert.equal(status.kind, 'Status');
      assert.equal(status.reason, 'Unauthorized');
      assert.equal(status.message, 'Unauthorized');
      assert.equal(status.code, 401);
    },
  },
  {
    name: 'refuses what RBAC does not grant with 403 and a Status that says who may not do what',
    needs: ['refusedPath'],
    async run({ request, refusedPath }) {
      const response = await request(refusedPath!);
      assert.equal(response.status, 403);
      assert.match(
        String(response.headers['content-type']),
        /^application\/json/,
      );
      const status = response.json();
      assert.equal(status.kind, 'Status');
      assert.equal(status.reason, 'Forbidden');
      assert.match(
        status.message,
        /^[a-z.0-9]+ is forbidden: User ".+" cannot list resource "[a-z]+" in API group ".*" at the cluster scope/,
      );
    },
  },
  {
    name: 'answers for an unknown object with 404 and a Status that names it',
    async run({ request, builtIn }) {
      const path = builtIn.namespaced
        ? builtIn.path.replace(
            /\/([^/]+)$/,
            '/namespaces/default/$1/no-such-object-here',
          )
        : `${builtIn.path}/no-such-object-here`;
      const response = await request(path);
      assert.equal(response.status, 404);
      const status = response.json();
      assert.equal(status.reason, 'NotFound');
      assert.match(status.message, /"no-such-object-here" not found$/);
      assert.equal(status.details.name, 'no-such-object-here');
      assert.equal(status.details.kind, builtIn.resource);
    },
  },
  {
    name: 'refuses a media type that it does not know with 406',
    async run({ request, builtIn }) {
      const response = await request(`${builtIn.path}?limit=1`, {
        accept: 'application/x-no-such-type',
      });
      assert.equal(response.status, 406);
      assert.equal(response.json().reason, 'NotAcceptable');
    },
  },
];
