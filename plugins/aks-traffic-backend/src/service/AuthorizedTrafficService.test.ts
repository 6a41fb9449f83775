import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { unknownCluster } from '../permissions/unknownCluster';
import { AuthorizedTrafficService } from './AuthorizedTrafficService';
import { TrafficService } from './TrafficService';

const credentials = mockCredentials.user();
const entityRef = { kind: 'component', namespace: 'default', name: 'shop' };

const readAccess = {
  conditions: jest.fn(),
  limits: jest.fn(),
  checkCluster: jest.fn(),
};
const waiverAccess = { isAllowed: jest.fn() };

const calls: [
  keyof TrafficService,
  string,
  (service: TrafficService) => Promise<unknown>,
][] = [
  [
    'listClusters',
    'aks-traffic.cluster.read',
    service => service.listClusters({ credentials }),
  ],
  [
    'getCluster',
    'aks-traffic.cluster.read',
    service => service.getCluster({ cluster: 'alpha', credentials }),
  ],
  [
    'refreshCluster',
    'aks-traffic.refresh',
    service => service.refreshCluster({ cluster: 'alpha', credentials }),
  ],
];

describe.each(calls)('AuthorizedTrafficService.%s', (method, name, call) => {
  const inner = {
    getEntityTraffic: jest.fn(),
    getEntityAnswer: jest.fn(),
    getEntityObjects: jest.fn(),
    listClusters: jest.fn(),
    getCluster: jest.fn(),
    refreshCluster: jest.fn(),
  };
  const permissions = mockServices.permissions.mock();
  const service = new AuthorizedTrafficService({
    service: inner,
    permissions,
    readAccess,
    waiverAccess,
  });

  beforeEach(() => jest.resetAllMocks());

  it('throws NotAllowedError on deny and does not ask further', async () => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);

    await expect(call(service)).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: `Permission ${name} is required`,
    });
    expect(inner[method]).not.toHaveBeenCalled();
  });

  it(`asks for ${name} with the caller's credentials and hands on the answer on allow`, async () => {
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
    inner[method].mockResolvedValue('answer');

    await expect(call(service)).resolves.toBe('answer');
    expect(permissions.authorize).toHaveBeenCalledWith(
      [{ permission: expect.objectContaining({ name }) }],
      { credentials },
    );
  });
});

describe('AuthorizedTrafficService', () => {
  beforeEach(() => jest.resetAllMocks());

  it('hands on what the policy demands of Services when clusters are listed', async () => {
    const conditions = { field: 'cluster', values: ['alpha'] };
    readAccess.limits.mockResolvedValue(conditions);
    const listClusters = jest.fn();
    const service = new AuthorizedTrafficService({
      service: { listClusters } as unknown as TrafficService,
      permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
      readAccess,
      waiverAccess,
    });

    await service.listClusters({ credentials });

    expect(listClusters).toHaveBeenCalledWith({ credentials, conditions });
  });

  it.each(['getCluster', 'refreshCluster'] as const)(
    'does not ask %s about a cluster that the policy hides',
    async method => {
      readAccess.checkCluster.mockRejectedValue(unknownCluster('alpha'));
      const call = jest.fn();
      const service = new AuthorizedTrafficService({
        service: { [method]: call } as unknown as TrafficService,
        permissions: mockServices.permissions({
          result: AuthorizeResult.ALLOW,
        }),
        readAccess,
        waiverAccess,
      });

      await expect(
        service[method]({ cluster: 'alpha', credentials }),
      ).rejects.toMatchObject({
        name: 'NotFoundError',
        message: 'No cluster alpha is known',
      });
      expect(readAccess.checkCluster).toHaveBeenCalledWith({
        cluster: 'alpha',
        credentials,
      });
      expect(call).not.toHaveBeenCalled();
    },
  );

  describe.each([
    'getEntityTraffic',
    'getEntityAnswer',
    'getEntityObjects',
  ] as const)('%s', method => {
    const inner = jest.fn();
    const service = new AuthorizedTrafficService({
      service: { [method]: inner } as unknown as TrafficService,
      permissions: mockServices.permissions({
        result: AuthorizeResult.ALLOW,
      }),
      readAccess,
      waiverAccess,
    });

    it('does not look for an entity when the caller may read no Service', async () => {
      readAccess.conditions.mockRejectedValue(new NotAllowedError('No.'));

      await expect(service[method]({ entityRef, credentials })).rejects.toThrow(
        'No.',
      );
      expect(inner).not.toHaveBeenCalled();
    });

    it('hands on what the policy demands of Services', async () => {
      const conditions = { field: 'cluster', values: ['alpha'] };
      readAccess.conditions.mockResolvedValue(conditions);
      inner.mockResolvedValue({ services: [] });

      await expect(
        service[method]({ entityRef, credentials }),
      ).resolves.toMatchObject({ services: [] });
      expect(readAccess.conditions).toHaveBeenCalledWith(credentials);
      expect(inner).toHaveBeenCalledWith(
        expect.objectContaining({ entityRef, credentials, conditions }),
      );
    });
  });

  it.each([AuthorizeResult.ALLOW, AuthorizeResult.DENY] as const)(
    'says whether the caller may list clusters and waive: %s',
    async result => {
      const allowed = result === AuthorizeResult.ALLOW;
      const inner = jest.fn();
      waiverAccess.isAllowed.mockResolvedValue(allowed);
      const permissions = mockServices.permissions.mock();
      permissions.authorize.mockResolvedValue([{ result }]);
      const service = new AuthorizedTrafficService({
        service: { getEntityAnswer: inner } as unknown as TrafficService,
        permissions,
        readAccess,
        waiverAccess,
      });
      const services = [{ cluster: 'alpha', namespace: 'a', service: 'web' }];

      await service.getEntityAnswer({ entityRef, credentials });

      const { access } = inner.mock.calls[0][0];
      expect(access.mayListClusters).toBe(allowed);
      await expect(access.mayWaive(services)).resolves.toBe(allowed);
      expect(
        permissions.authorize.mock.calls.flatMap(([asked]) => asked),
      ).toEqual([
        {
          permission: expect.objectContaining({
            name: 'aks-traffic.cluster.read',
          }),
        },
      ]);
      expect(waiverAccess.isAllowed).toHaveBeenCalledWith(
        services,
        credentials,
      );
    },
  );
});
