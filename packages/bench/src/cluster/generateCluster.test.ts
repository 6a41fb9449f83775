import { analyzeCluster } from 'backstage-plugin-aks-traffic-engine';
import { observationOf } from '../benchmarks/observationOf';
import { createEstate } from './estate';
import { generateCluster } from './generateCluster';

const cluster = generateCluster(1_000);

describe('generateCluster', () => {
  it('makes about as many objects as asked for, and the same ones each time', () => {
    expect(Math.abs(cluster.objects - 1_000)).toBeLessThan(20);
    expect(generateCluster(1_000)).toEqual(cluster);
  });

  it('counts the Ingresses that it wrote', () => {
    const lists = cluster.pages.map(page => JSON.parse(page.toString()));
    const ingresses = lists
      .filter(({ kind }) => kind === 'IngressList')
      .flatMap(({ items }) => items);
    expect(ingresses).toHaveLength(cluster.ingresses);
  });

  it('makes a cluster whose every Ingress and route gets a proven verdict', () => {
    const { coverage, services, orphans } = analyzeCluster(
      observationOf(cluster.pages),
      createEstate(),
      { now: new Date('2026-11-22T12:00:00Z') },
    );
    expect(coverage.gaps).toEqual([]);
    expect(orphans).toEqual([]);
    const entries = services.flatMap(({ entryPoints }) => entryPoints);
    expect(new Set(entries.map(({ confidence }) => confidence))).toEqual(
      new Set(['proven']),
    );
    expect(
      entries.filter(({ resource }) => resource.kind === 'Ingress'),
    ).toHaveLength(cluster.ingresses);
  });
});
