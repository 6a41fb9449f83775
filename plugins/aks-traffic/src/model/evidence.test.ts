import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { evidenceByObject } from './evidence';

const object = { apiVersion: 'v1', kind: 'Service', namespace: 'a', name: 'b' };
const item: Evidence = {
  object,
  field: 'spec.type',
  value: 'LoadBalancer',
  meaning: 'It asks for a load balancer.',
};

describe('evidenceByObject', () => {
  it('gathers the fields of an object and says each thing once', () => {
    const port = { ...item, field: 'spec.ports[0].port', value: '443' };
    expect(evidenceByObject([item, port, { ...item }])).toEqual([
      { object, evidence: [item, port] },
    ]);
  });

  it('knows an Azure resource again in any letter case', () => {
    const upper = { ...item, object: { armId: '/subscriptions/A/x' } };
    const lower = {
      ...item,
      object: { armId: '/subscriptions/a/X' },
      field: 'sku.name',
    };
    expect(evidenceByObject([upper, lower])).toEqual([
      { object: upper.object, evidence: [upper, lower] },
    ]);
  });

  it('does not take namespaces for one another', () => {
    const other = { ...item, object: { ...object, namespace: 'z' } };
    expect(evidenceByObject([item, other])).toHaveLength(2);
  });
});
