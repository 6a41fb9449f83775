import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { component } from '../__testUtils__/entity';
import { SensitiveAccess } from './SensitiveAccess';

const entityRef = { kind: 'component', namespace: 'default', name: 'shop' };

function isAllowed(
  options: {
    ownership?: string[];
    readers?: string[];
    result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    credentials?: BackstageCredentials;
    entityRef?: typeof entityRef;
  } = {},
): Promise<boolean> {
  const access = new SensitiveAccess({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({
      entities: [
        {
          ...component('shop'),
          relations: [
            { type: 'ownedBy', targetRef: 'group:default/team-shop' },
            { type: 'partOf', targetRef: 'system:default/store' },
          ],
        },
      ],
    }),
    permissions: mockServices.permissions({
      result: options.result ?? AuthorizeResult.ALLOW,
    }),
    userInfo: mockServices.userInfo({
      ownershipEntityRefs: options.ownership ?? ['user:default/ann'],
    }),
    readers: options.readers ?? [],
  });
  return access.isAllowed({
    credentials: options.credentials ?? mockCredentials.user(),
    entityRef: 'entityRef' in options ? options.entityRef : entityRef,
  });
}

describe('SensitiveAccess', () => {
  it('lets owners in, and nobody else', async () => {
    const ownership = ['user:default/ann', 'group:default/Team-Shop'];
    expect(await isAllowed({ ownership })).toBe(true);
    expect(await isAllowed()).toBe(false);
    expect(await isAllowed({ ownership: ['system:default/store'] })).toBe(
      false,
    );
  });

  it('lets no owner in where the values are about no entity', async () => {
    const ownership = ['group:default/team-shop'];
    expect(await isAllowed({ ownership, entityRef: undefined })).toBe(false);
  });

  it('lets the configured readers in', async () => {
    const readers = ['user:default/ann'];
    expect(await isAllowed({ readers })).toBe(true);
    expect(await isAllowed({ readers, entityRef: undefined })).toBe(true);
  });

  it('lets services in, and nobody without credentials', async () => {
    expect(await isAllowed({ credentials: mockCredentials.service() })).toBe(
      true,
    );
    expect(await isAllowed({ credentials: mockCredentials.none() })).toBe(
      false,
    );
  });

  it.each([
    ['owners', { ownership: ['group:default/team-shop'] }],
    ['readers', { readers: ['user:default/ann'] }],
    ['services', { credentials: mockCredentials.service() }],
  ])('keeps %s out when the policy does', async (_, options) => {
    expect(await isAllowed({ ...options, result: AuthorizeResult.DENY })).toBe(
      false,
    );
  });
});
