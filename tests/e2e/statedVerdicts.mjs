import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const clusters = fileURLToPath(
  new URL('../../packages/simulator/estates/contoso/clusters', import.meta.url),
);

/** Clusters the demo's identity cannot read: what is stated there is what a reader with rights would see. */
const unreadable = new Set([
  'aks-factory-prod-gwc',
  'aks-finance-prod-weu',
  'aks-oldlab-dev-weu',
  'aks-treasury-prod-weu',
]);

function* linesOfReadableClusters() {
  for (const cluster of readdirSync(clusters).sort()) {
    if (!unreadable.has(cluster)) {
      for (const file of readdirSync(join(clusters, cluster)).sort()) {
        yield* readFileSync(join(clusters, cluster, file), 'utf8').split('\n');
      }
    }
  }
}

function parse(line) {
  const [facts, because] = line.split(' because=');
  const pairs = facts
    .replace(/^\s*# verdict:\s*/, '')
    .split(/\s+/)
    .map(pair => pair.split('='));
  const values = Object.fromEntries(pairs);
  const list = value => (value === '-' ? [] : value.split(','));
  return {
    systems: list(values.systems),
    exposure: values.exposure,
    egress: list(values.egress),
    risk: values.risk,
    entity: values.entity?.replace(/^component:default\//, ''),
    because,
  };
}

/** What the estate's author says the card of each entity must say, by entity name. */
export function statedVerdicts() {
  const byEntity = new Map();
  for (const line of linesOfReadableClusters()) {
    if (/^\s*# verdict:/.test(line)) {
      const verdict = parse(line);
      if (verdict.entity) {
        byEntity.set(verdict.entity, [
          ...(byEntity.get(verdict.entity) ?? []),
          verdict,
        ]);
      }
    }
  }
  return byEntity;
}
