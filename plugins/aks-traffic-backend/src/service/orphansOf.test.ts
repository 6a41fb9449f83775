import { Finding, ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { entryPoint, serviceTraffic } from '../__testUtils__/analysis';
import { orphansOf } from './orphansOf';

const ingress = (name: string, apiVersion = 'networking.k8s.io/v1') => ({
  apiVersion,
  kind: 'Ingress',
  namespace: 'shop',
  name,
});
const orphan = (resource: ObjectRef, findings: Partial<Finding>[] = []) => ({
  resource,
  reason: 'It leads nowhere.',
  findings: findings as Finding[],
});
const web = serviceTraffic({
  entryPoints: [entryPoint('istio', { resource: ingress('web') })],
});
const serviceRef = {
  apiVersion: 'v1',
  kind: 'Service',
  namespace: 'shop',
  name: 'web',
};

describe('orphansOf', () => {
  it.each([
    ['leads to the Service by another way', orphan(ingress('web'))],
    [
      'is named in another version of its API',
      orphan(ingress('web', 'networking.k8s.io/v1beta1')),
    ],
    [
      'has a finding about the Service',
      orphan(ingress('lost'), [{ subject: serviceRef, evidence: [] }]),
    ],
    [
      'has a finding with the Service as evidence',
      orphan(ingress('lost'), [
        {
          subject: ingress('lost'),
          evidence: [
            { object: { armId: '/x' }, field: 'a', value: 'b', meaning: 'c' },
            { object: serviceRef, field: 'a', value: 'b', meaning: 'c' },
          ],
        },
      ]),
    ],
  ])('keeps an orphan that %s', (_, candidate) => {
    expect(orphansOf([web], [candidate])).toEqual([candidate]);
  });

  it.each([
    ['another object', orphan(ingress('other'))],
    [
      'an object of that name in another namespace',
      orphan({ ...ingress('web'), namespace: 'bank' }),
    ],
    [
      'an object of that name in another API group',
      orphan(ingress('web', 'example.com/v1')),
    ],
  ])('leaves %s out', (_, candidate) => {
    expect(orphansOf([web], [candidate])).toEqual([]);
  });
});
