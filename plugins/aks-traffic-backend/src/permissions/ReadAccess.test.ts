import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ReadAccess } from './ReadAccess';

const credentials = mockCredentials.user();

function accessWith(decision: PolicyDecision) {
  const permissions = mockServices.permissions.mock();
  permissions.authorizeConditional.mockResolvedValue([decision]);
  return new ReadAccess({
    permissions,
    toConditions: () => ({ field: 'cluster', values: ['beta'] }),
  });
}

describe('ReadAccess.checkCluster', () => {
  it('says of a cluster that the policy hides what is said of one that is not there', async () => {
    const access = accessWith({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'aks-traffic',
      resourceType: 'aks-traffic-service',
      conditions: { rule: 'IS_IN_CLUSTER', resourceType: '', params: {} },
    });

    await expect(
      access.checkCluster({ cluster: 'alpha', credentials }),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'No cluster alpha is known',
    });
    await expect(
      access.checkCluster({ cluster: 'beta', credentials }),
    ).resolves.toBeUndefined();
  });

  it.each([AuthorizeResult.ALLOW, AuthorizeResult.DENY] as const)(
    'leaves it to the permission that is asked besides when Services are met with %s',
    async result => {
      await expect(
        accessWith({ result }).checkCluster({ cluster: 'alpha', credentials }),
      ).resolves.toBeUndefined();
    },
  );
});
