import { distinctEvidence } from '../../objects/distinctEvidence';
import { requirement } from '../requirement';
import { MoveRequirement } from './Move';

/**
 * A service that is not public must not become so by its move. Sources disagree about private frontends of Application
 * Gateway for Containers: its documentation says there are none, its API can switch public access off.
 */
export const privateFrontend: MoveRequirement = ({ entries }, target) => {
  if (target !== 'application-gateway-for-containers') {
    return undefined;
  }
  const hidden = entries.filter(({ exposure }) => exposure !== 'public');
  if (hidden.length === 0) {
    return undefined;
  }
  const isKnown = hidden.every(
    ({ exposure }) => exposure !== 'unknown' && exposure !== 'pending',
  );
  return requirement({
    id: 'private-frontend',
    met: 'unknown',
    message: `Its frontends are public: the documentation has no private ones, while its API can switch public access off, which has to be tried. ${
      isKnown
        ? 'The service is not public today.'
        : 'Whether the service is public today was not read.'
    }`,
    evidence: isKnown
      ? distinctEvidence(hidden.flatMap(({ evidence }) => evidence))
      : [],
    source: 'albComponents',
  });
};
