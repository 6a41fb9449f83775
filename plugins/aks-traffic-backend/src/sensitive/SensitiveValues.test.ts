import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ObjectRef,
  ServiceAssessment,
} from 'backstage-plugin-aks-traffic-common';
import { entryPoint, serviceTraffic } from '../__testUtils__/analysis';
import { component } from '../__testUtils__/entity';
import { AnswerSubject, SensitiveValues } from './SensitiveValues';

const owner = 'group:default/team-shop';
const ann = 'user:default/ann';

function ref(kind: string, name: string): ObjectRef {
  return { apiVersion: 'x/v1', kind, namespace: 'shop', name };
}

const subject: AnswerSubject = {
  entity: {
    ...component('shop'),
    relations: [
      { type: 'ownedBy', targetRef: owner },
      { type: 'partOf', targetRef: 'system:default/store' },
    ],
  },
  services: ['web', 'api'].map(service =>
    serviceTraffic({
      service,
      entryPoints: [entryPoint('istio', { resource: ref('Route', service) })],
    }),
  ),
  assessments: ['web', 'api'].map(
    name =>
      ({ workloads: [ref('Deployment', name)] } as Partial<ServiceAssessment>),
  ) as ServiceAssessment[],
  claimOwners: [[owner], [owner]],
};

function evidence(object: ObjectRef) {
  return {
    object,
    field: 'metadata.annotations["x/server-snippet"]',
    value: `of ${object.kind} ${object.name}`,
    meaning: 'Raw configuration',
  };
}

const answer = [
  { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web' },
  ref('Route', 'web'),
  ref('Deployment', 'web'),
  ref('Route', 'api'),
  ref('Route', 'other'),
].map(evidence);

/** The values a caller gets to see. */
async function seen(
  options: {
    ownership?: string[];
    readers?: string[];
    result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    credentials?: BackstageCredentials;
    subject?: AnswerSubject;
  } = {},
): Promise<string[]> {
  const values = new SensitiveValues({
    auth: mockServices.auth(),
    permissions: mockServices.permissions({
      result: options.result ?? AuthorizeResult.ALLOW,
    }),
    userInfo: mockServices.userInfo({
      ownershipEntityRefs: options.ownership ?? [ann],
    }),
    readers: options.readers ?? [],
  });
  const discreet = await values.forCaller(answer, {
    credentials: options.credentials ?? mockCredentials.user(),
    subject: 'subject' in options ? options.subject : subject,
  });
  return discreet
    .map(({ value }) => value)
    .filter(value => value.startsWith('of '));
}

const all = answer.map(({ value }) => value);
const own = all.slice(0, 4);

describe('SensitiveValues', () => {
  it("shows owners their Services', routes' and workloads', and not those of others", async () => {
    expect(await seen({ ownership: [ann, 'group:default/Team-Shop'] })).toEqual(
      own,
    );
  });

  it('shows nothing to others', async () => {
    expect(await seen()).toEqual([]);
    expect(await seen({ ownership: ['system:default/store'] })).toEqual([]);
  });

  it('shows nothing of a Service that an entity of somebody else claims too', async () => {
    const claimed = {
      ...subject,
      claimOwners: [[owner, 'group:default/finance'], []],
    };
    expect(await seen({ ownership: [owner], subject: claimed })).toEqual([
      'of Route api',
    ]);
    expect(
      await seen({
        ownership: [owner, 'group:default/finance'],
        subject: claimed,
      }),
    ).toEqual(own);
    expect(
      await seen({ ownership: ['group:default/finance'], subject: claimed }),
    ).toEqual([]);
  });

  it('shows owners nothing where the answer is about no entity', async () => {
    expect(await seen({ ownership: [owner], subject: undefined })).toEqual([]);
  });

  it('shows the configured readers everything', async () => {
    expect(await seen({ readers: [ann] })).toEqual(all);
    expect(await seen({ readers: [ann], subject: undefined })).toEqual(all);
  });

  it('shows services everything, and nothing without credentials', async () => {
    expect(await seen({ credentials: mockCredentials.service() })).toEqual(all);
    expect(await seen({ credentials: mockCredentials.none() })).toEqual([]);
  });

  it.each([
    ['owners', { ownership: [owner] }],
    ['readers', { readers: [ann] }],
    ['services', { credentials: mockCredentials.service() }],
  ])('shows %s nothing when the policy forbids it', async (_, options) => {
    expect(await seen({ ...options, result: AuthorizeResult.DENY })).toEqual(
      [],
    );
  });

  it('asks nobody when there is nothing to withhold', async () => {
    const permissions = mockServices.permissions.mock();
    const values = new SensitiveValues({
      auth: mockServices.auth.mock(),
      permissions,
      userInfo: mockServices.userInfo.mock(),
      readers: [],
    });
    const plain = { items: [{ name: 'web' }] };

    await expect(
      values.forCaller(plain, { credentials: mockCredentials.user() }),
    ).resolves.toBe(plain);
    expect(permissions.authorize).not.toHaveBeenCalled();
  });
});
