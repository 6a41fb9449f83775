import {
  EgressKind,
  Exposure,
  IngressSystem,
  Risk,
  TlsMode,
} from 'backstage-plugin-aks-traffic-common';
import { englishTexts } from '../__testUtils__/englishTexts';
import { egressOrder, hopKinds } from '../model/egress';
import { exposureOrder } from '../model/exposure';
import { riskOrder } from '../model/risk';
import { supportBaselines } from '../model/systems';
import {
  egressName,
  exposureMeaning,
  exposureName,
  hopName,
  riskName,
  systemName,
  tlsName,
} from './names';

const texts = englishTexts();
const systems = Object.keys(supportBaselines) as IngressSystem[];
const tlsModes: TlsMode[] = [
  'none',
  'terminate',
  'passthrough',
  'mutual',
  'unknown',
];

describe('names', () => {
  it('has a name of its own for every ingress system', () => {
    const names = systems.map(system => systemName(texts, system));
    expect(systems).toHaveLength(20);
    expect(new Set(names).size).toBe(systems.length);
    for (const name of names) {
      expect(name).not.toMatch(/^system\.|\{\{|^$/);
    }
  });

  it.each<[IngressSystem, string]>([
    ['app-routing-nginx', 'Application routing add-on (managed NGINX)'],
    [
      'application-gateway-for-containers',
      'Application Gateway for Containers',
    ],
    ['ingress-nginx', 'Community ingress-nginx'],
  ])('calls %s %s', (system, name) => {
    expect(systemName(texts, system)).toBe(name);
  });

  it.each<[string, readonly string[], (value: string) => string]>([
    [
      'exposure',
      exposureOrder satisfies readonly Exposure[],
      value => exposureName(texts, value),
    ],
    [
      'meaning of an exposure',
      exposureOrder,
      value => exposureMeaning(texts, value),
    ],
    [
      'way out',
      egressOrder satisfies readonly EgressKind[],
      value => egressName(texts, value),
    ],
    [
      'risk',
      riskOrder satisfies readonly Risk[],
      value => riskName(texts, value),
    ],
    ['step on the way out', hopKinds, value => hopName(texts, value)],
    ['TLS mode', tlsModes, value => tlsName(texts, value)],
  ])('has words for every %s', (_vocabulary, values, nameOf) => {
    const names = values.map(nameOf);
    expect(new Set(names).size).toBe(values.length);
    for (const name of names) {
      expect(name).not.toMatch(/Name\.|Meaning\.|\{\{|^$/);
    }
  });

  it('says so when a value is newer than this version', () => {
    expect(systemName(texts, 'quantum-ingress')).toBe(
      'Not known to this version (quantum-ingress)',
    );
    expect(exposureName(texts, '__proto__')).toBe(
      'Not known to this version (__proto__)',
    );
    expect(tlsName(texts, 'hasOwnProperty')).toBe(
      'Not known to this version (hasOwnProperty)',
    );
  });

  it.each(['wormhole', '__proto__', '{{name}}'])(
    'shows the step %s, which it has no name for, as it is',
    kind => {
      expect(hopName(texts, kind)).toBe(kind);
    },
  );

  it('leaves placeholders in data alone', () => {
    expect(egressName(texts, '{{value}} $t(card.title)')).toBe(
      'Not known to this version ({{value}} $t(card.title))',
    );
  });
});
