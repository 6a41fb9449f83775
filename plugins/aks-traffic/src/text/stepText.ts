import { EntryPoint } from 'backstage-plugin-aks-traffic-common';
import { addressKind } from '../model/addressKind';
import { isKnownExposure } from '../model/exposure';
import { TrafficNode } from '../model/path/trafficGraph';
import { Support } from '../model/support';
import { egressName, exposureName, hopName, systemName } from './names';
import { supportText } from './supportText';
import { Texts } from './texts';

/** A step of the path in words: what it is, which one, and what else matters about it. */
export interface StepText {
  label: string;
  title: string;
  detail?: string;
}

/** Says what a step of the path is. */
export function stepText(
  texts: Texts,
  node: TrafficNode,
  options: { support?: Support } = {},
): StepText {
  const { t } = texts;
  switch (node.stage) {
    case 'client':
      return {
        label: t('path.client'),
        title: clientName(texts, node.exposure),
        detail: exposureName(texts, node.exposure),
      };
    case 'publisher':
      return {
        label: t(`path.publisher.${node.publisher.kind}`),
        title: node.publisher.name,
      };
    case 'address':
      return {
        label: addressLabel(texts, node.addresses),
        title: firstOf(texts, node.addresses) ?? t('exposure.noAddress'),
      };
    case 'controller':
      return {
        label: controllerLabel(texts, node.system),
        title: systemName(texts, node.system),
        detail: controllerDetail(texts, node, options.support),
      };
    case 'route':
      return routeText(texts, node.entryPoints);
    case 'service':
      return {
        label: t('path.service'),
        title: node.service.service,
        detail: t('card.servicePlace', {
          namespace: node.service.namespace,
          cluster: node.service.cluster,
        }),
      };
    case 'workload':
      return {
        label: node.workloads[0]?.kind ?? t('path.workload'),
        title:
          firstOf(
            texts,
            node.workloads.map(({ name }) => name),
          ) ?? t(node.isKnown ? 'path.noWorkload' : 'path.workloadUnknown'),
      };
    case 'pool':
      return {
        label: t('path.pool', { count: Math.max(1, node.pools.length) }),
        title:
          node.pools.map(pool => poolName(texts, pool)).join(', ') ||
          t('path.poolUnknown'),
        detail:
          node.subnets.length > 0
            ? t('path.subnets', {
                count: node.subnets.length,
                names: node.subnets.join(', '),
              })
            : undefined,
      };
    case 'hop':
      return { label: hopName(texts, node.hop.kind), title: node.hop.name };
    default:
      return outsideText(texts, node);
  }
}

/** The proper name of a node pool. */
export function poolName({ t }: Texts, pool: string): string {
  return pool === 'node-auto-provisioning' ? t('path.autoProvisioned') : pool;
}

function clientName({ t }: Texts, exposure: string): string {
  return isKnownExposure(exposure)
    ? t(`path.clientName.${exposure}`)
    : t('card.unrecognised', { value: exposure });
}

function addressLabel({ t }: Texts, addresses: readonly string[]): string {
  const kinds = new Set(addresses.map(addressKind));
  if (kinds.size !== 1 || kinds.has('name')) {
    return t('path.address');
  }
  return t(kinds.has('public') ? 'path.publicAddress' : 'path.privateAddress');
}

function controllerLabel({ t }: Texts, system: string): string {
  switch (system) {
    case 'load-balancer-service':
      return t('path.loadBalancer');
    case 'node-port-service':
      return t('path.nodePort');
    default:
      return t('path.controller');
  }
}

function controllerDetail(
  texts: Texts,
  node: Extract<TrafficNode, { stage: 'controller' }>,
  support: Support | undefined,
): string | undefined {
  const { t } = texts;
  const version = node.controller?.version;
  const name =
    node.name !== undefined && version !== undefined
      ? t('path.version', { name: node.name, version })
      : node.name;
  return (
    [name, support && supportText(texts, support)]
      .filter(Boolean)
      .join(' · ') || undefined
  );
}

function routeText(texts: Texts, entryPoints: readonly EntryPoint[]): StepText {
  const { t } = texts;
  const kinds = new Set(entryPoints.map(({ resource }) => resource.kind));
  const [kind] = kinds;
  const hosts = [...new Set(entryPoints.flatMap(entry => entry.hosts))];
  const isLoose = entryPoints.some(({ attached }) => attached === false);
  return {
    label: kinds.size === 1 ? kind : t('path.route'),
    title:
      entryPoints.length === 1
        ? entryPoints[0].resource.name
        : t('path.routes', { count: entryPoints.length }),
    detail: isLoose ? t('ingress.notAttached') : firstOf(texts, hosts),
  };
}

function outsideText(
  texts: Texts,
  node: Extract<TrafficNode, { stage: 'outside' }>,
): StepText {
  const { t } = texts;
  const egress = egressName(texts, node.kind);
  const addresses = firstOf(texts, node.addresses);
  if (
    addresses === undefined &&
    ['unknown', 'no-internet'].includes(node.kind)
  ) {
    return { label: t('egress.label'), title: egress };
  }
  return {
    label: t('path.outside'),
    title: addresses ?? t('egress.addressesUnknown'),
    detail: egress,
  };
}

function firstOf({ t }: Texts, values: readonly string[]): string | undefined {
  return values.length > 1
    ? t('path.anotherMore', { first: values[0], count: values.length - 1 })
    : values[0];
}
