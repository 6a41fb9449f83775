import { Exposure } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import {
  entryPoint,
  ruleInput,
  serviceDraft,
  serviceFindings,
} from './__testUtils__/ruleInput';
import {
  intendedExposure as rule,
  intendedExposureAnnotation,
} from './intended-exposure';

const annotations = (value: string) => ({
  annotations: { [intendedExposureAnnotation]: value },
});

function service(exposure: Exposure, declared?: string) {
  return serviceDraft({
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'web',
        namespace: 'shop',
        ...(declared !== undefined && annotations(declared)),
      },
    },
    entryPoints: [
      entryPoint({ exposure, addresses: ['20.0.0.1'] }),
      entryPoint({ exposure: 'internal' }),
    ],
    exposure,
  });
}

function namespace(declared: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop', ...annotations(declared) },
  };
}

describe('intended-exposure', () => {
  it.each<[Exposure, string, string | undefined]>([
    ['public', 'internal', 'high'],
    ['public', 'cluster-only', 'high'],
    ['public', ' Private-Link ', 'high'],
    ['private-link', 'internal', 'medium'],
    ['internal', 'cluster-only', 'medium'],
    ['node-port', 'cluster-only', 'medium'],
    ['public', 'public', undefined],
    ['internal', 'public', undefined],
    ['internal', 'internal', undefined],
    ['cluster-only', 'internal', undefined],
    ['pending', 'cluster-only', undefined],
    ['unknown', 'cluster-only', undefined],
    ['public', 'external', 'low'],
    ['public', 'unknown', 'low'],
    ['public', '', 'low'],
  ])('of %s, declared as "%s": %s', (exposure, declared, severity) => {
    const findings = serviceFindings(
      rule,
      ruleInput({ services: [service(exposure, declared)] }),
    );
    expect(findings.map(finding => finding.severity)).toEqual(
      severity === undefined ? [] : [severity],
    );
  });

  it('names the declaration and the ways in that are wider', () => {
    const [finding] = serviceFindings(
      rule,
      ruleInput({ services: [service('public', 'internal')] }),
    );
    expect(finding.message).toContain('meant to be internal and is public');
    expect(finding.evidence).toMatchObject([
      { object: { kind: 'Service' }, value: 'internal' },
      {
        object: { kind: 'Ingress' },
        value: 'public',
        meaning: expect.stringContaining('20.0.0.1'),
      },
    ]);
  });

  it('takes what the namespace declares where the Service does not', () => {
    const findingsOf = (declared?: string) =>
      serviceFindings(
        rule,
        ruleInput({
          services: [service('public', declared)],
          objects: [namespace('internal')],
        }),
      );
    expect(findingsOf()).toMatchObject([
      { severity: 'high', evidence: [{ object: { kind: 'Namespace' } }, {}] },
    ]);
    expect(findingsOf('public')).toEqual([]);
  });

  it('has nothing to say where nothing is declared', () => {
    expect(
      serviceFindings(rule, ruleInput({ services: [service('public')] })),
    ).toEqual([]);
  });

  it.each<[string, Exposure, string | undefined, 'whole' | 'nothing', boolean]>(
    [
      ['an unknown exposure', 'unknown', 'internal', 'whole', true],
      ['an unknown exposure, all meant', 'unknown', 'public', 'whole', false],
      ['a namespace not read', 'public', undefined, 'nothing', true],
      ['nothing to reach', 'cluster-only', undefined, 'nothing', false],
      ['the Service declaring it', 'public', 'public', 'nothing', false],
      ['everything read', 'public', undefined, 'whole', false],
    ],
  )('leaves open with %s', (_case, exposure, declared, reading, open) => {
    expect(
      rule.leavesOpen(service(exposure, declared), ruleInput({ reading })),
    ).toBe(open);
  });
});
