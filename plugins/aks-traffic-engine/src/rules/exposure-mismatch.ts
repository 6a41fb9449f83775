import { addressScope, isIpAddress } from '../exposure/addressScope';
import { Contradiction } from '../model/draft';
import { createRule } from './createRule';
import { reportContradictions } from './reportContradictions';

/** Entry points whose declared exposure is not the observed one. */
export const exposureMismatch = createRule(
  {
    id: 'exposure-mismatch',
    description:
      'What the manifest declares about exposure differs from the address that was observed.',
    remediation: {
      summary: 'Make the manifest say what is meant, and check the address.',
      actions: [
        'For an internal address set service.beta.kubernetes.io/azure-load-balancer-internal to exactly "true".',
        'Recreate the Service when the load balancer kept the old address after the annotation changed.',
        'Until then limit the callers with spec.loadBalancerSourceRanges.',
      ],
    },
  },
  reportContradictions(
    'exposure-mismatch',
    situationOf,
    'Whoever relies on the manifest is mistaken about who can reach it: correct one of the two.',
  ),
);

/** Evidence with a public address is the dangerous way round. */
function situationOf({ evidence }: Contradiction): 'observed-public' | 'found' {
  const isPublic = evidence
    .flatMap(({ value }) => value.split(/[\s,]+/))
    .some(text => isIpAddress(text) && addressScope(text) === 'public');
  return isPublic ? 'observed-public' : 'found';
}
