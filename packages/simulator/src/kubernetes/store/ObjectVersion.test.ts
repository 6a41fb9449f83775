import { apisOf } from '../apis';
import { ObjectVersion } from './ObjectVersion';

const apis = apisOf(['core', 'gateway-api-1.5.1-aks']);
const find = (version: string, resource: string) =>
  apis.find(api => api.version === version && api.resource === resource)!;

describe('ObjectVersion', () => {
  const version = new ObjectVersion('shop/public', 7, {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: {
      name: 'public',
      namespace: 'shop',
      labels: { app: 'shop' },
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
    spec: { listeners: [{ name: 'http', port: 80 }] },
    status: { addresses: [] },
  });

  it('writes the version that is asked for', () => {
    const json = version.toJson(find('v1beta1', 'gateways'), 'item');
    expect(JSON.parse(json)).toMatchObject({
      apiVersion: 'gateway.networking.k8s.io/v1beta1',
      kind: 'Gateway',
      spec: { listeners: [{ name: 'http', port: 80 }] },
    });
  });

  it('leaves the type out of items of built-in lists only', () => {
    const service = find('v1', 'services');
    expect(JSON.parse(version.toJson(service, 'item'))).not.toHaveProperty(
      'kind',
    );
    expect(JSON.parse(version.toJson(service, 'whole'))).toMatchObject({
      apiVersion: 'v1',
    });
  });

  it('records who set which field, as servers do', () => {
    const { metadata, ...rest } = JSON.parse(
      version.toJson(find('v1', 'gateways'), 'metadata'),
    );
    expect(rest).toEqual({
      kind: 'PartialObjectMetadata',
      apiVersion: 'meta.k8s.io/v1',
    });
    expect(metadata.managedFields).toEqual([
      {
        manager: 'kubectl-client-side-apply',
        operation: 'Update',
        apiVersion: 'gateway.networking.k8s.io/v1',
        time: '2026-01-01T00:00:00Z',
        fieldsType: 'FieldsV1',
        fieldsV1: {
          'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
          'f:spec': { '.': {}, 'f:listeners': {} },
        },
      },
      expect.objectContaining({
        subresource: 'status',
        fieldsV1: { 'f:status': { '.': {}, 'f:addresses': {} } },
      }),
    ]);
  });

  it('writes the same text without writing it again', () => {
    const api = find('v1', 'gateways');
    expect(version.toJson(api, 'item')).toBe(version.toJson(api, 'item'));
  });
});
