import {
  ClusterChoices,
  EgressId,
  EgressOption,
} from 'backstage-plugin-aks-traffic-common';

/** The ways out, in the order they are offered in. */
const egresses: readonly Pick<EgressOption, 'id' | 'title' | 'summary'>[] = [
  {
    id: 'cluster',
    title: 'The way of the cluster',
    summary:
      'Any host over TLS, from the addresses that the cluster goes out with.',
  },
  {
    id: 'static',
    title: 'A fixed address',
    summary:
      'Any host over TLS, from an address of a StaticGatewayConfiguration, for those who let in by address.',
  },
  {
    id: 'names',
    title: 'Named hosts only',
    summary:
      'The way of the cluster, and nothing is reached over TLS but hosts whose names are listed.',
  },
];

/**
 * The ways out for a new service with what a cluster says of each.
 *
 * @public
 */
export function egressOptions(options: {
  cluster: string;
  /** What is known of the cluster; without it only the way of the cluster is known to be possible. */
  choices: ClusterChoices | undefined;
}): EgressOption[] {
  const { cluster, choices } = options;
  return egresses.map(egress => {
    const requirements =
      choices?.egress.find(({ id }) => id === egress.id)?.requirements ?? [];
    return {
      ...egress,
      eligible: eligible(egress.id, requirements),
      requirements,
      whyNot: requirements
        .filter(({ met }) => met === false)
        .map(({ message }) => `Not on ${cluster}: ${message}`),
    };
  });
}

function eligible(
  id: EgressId,
  requirements: EgressOption['requirements'],
): EgressOption['eligible'] {
  if (requirements.some(({ met }) => met === false)) {
    return false;
  }
  return id !== 'cluster' &&
    (requirements.length === 0 ||
      requirements.some(({ met }) => met === 'unknown'))
    ? 'unknown'
    : true;
}
