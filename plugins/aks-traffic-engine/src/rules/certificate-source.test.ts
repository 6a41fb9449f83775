import { ingress } from '../__testUtils__/builders';
import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { KubernetesObject } from '../model/observation';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import { certificateSource as rule } from './certificate-source';

const keyVault = 'kubernetes.azure.com/tls-cert-keyvault-uri';
const tls = [{ hosts: ['web.example'], secretName: 'web-tls' }];

function inputFor(
  objects: KubernetesObject[],
  more: Parameters<typeof ruleInput>[0] = {},
) {
  return ruleInput({
    rows: [clusterRow()],
    objects,
    services: [
      serviceDraft({ entryPoints: [entryPoint({ tls: 'terminate' })] }),
    ],
    ...more,
  });
}

const findings = (...parts: Parameters<typeof inputFor>) =>
  serviceFindings(rule, inputFor(...parts));

function gateway(tlsOfListener: Record<string, unknown>): KubernetesObject {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'edge', namespace: 'infra' },
    spec: { listeners: [{ name: 'https', tls: tlsOfListener }] },
  };
}

describe('certificate-source', () => {
  it('notes a Secret that nothing is known to fill', () => {
    const [finding] = findings([ingress({ tls })]);
    expect(finding).toMatchObject({
      severity: 'info',
      subject: { kind: 'Ingress' },
      evidence: [{ value: 'web-tls' }],
    });
  });

  it.each([
    ['Key Vault', { [keyVault]: 'https://kv.vault.azure.net/certificates/a' }],
    ['cert-manager', { 'cert-manager.io/cluster-issuer': 'letsencrypt' }],
  ])('has nothing to say when %s does', (_, annotations) => {
    expect(findings([ingress({ tls, annotations })])).toEqual([]);
  });

  it('knows the Secrets of the CSI driver and of the application routing add-on', () => {
    const provider = {
      apiVersion: 'secrets-store.csi.x-k8s.io/v1',
      kind: 'SecretProviderClass',
      metadata: { name: 'kv', namespace: 'shop' },
      spec: { secretObjects: [{ secretName: 'web-tls' }] },
    };
    expect(findings([ingress({ tls }), provider])).toEqual([]);
    expect(
      findings([ingress({ tls: [{ secretName: 'keyvault-web' }] })]),
    ).toEqual([]);
  });

  it('tells the cluster about Gateways', () => {
    const certificateRefs = [{ name: 'edge-tls' }];
    expect(
      rule.cluster(inputFor([gateway({ certificateRefs })])),
    ).toMatchObject([{ subject: { kind: 'Gateway', name: 'edge' } }]);
    expect(
      rule.cluster(
        inputFor([
          gateway({
            certificateRefs,
            options: { [keyVault]: 'https://kv.vault.azure.net' },
          }),
        ]),
      ),
    ).toEqual([]);
  });

  it('does not judge where what fills Secrets was not read, and says so', () => {
    const input = inputFor([ingress({ tls })], { reading: 'nothing' });
    expect(serviceFindings(rule, input)).toEqual([]);
    expect(rule.leavesOpen(input.draft.services[0], input)).toBe(true);
  });

  it('does not ask clusters outside of Azure', () => {
    const input = inputFor([ingress({ tls })], { rows: [] });
    expect(serviceFindings(rule, input)).toEqual([]);
    expect(rule.leavesOpen(input.draft.services[0], input)).toBe(false);
  });
});
