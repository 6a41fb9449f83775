import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { PatternService } from '../service/patterns/PatternService';
import { TrafficService } from '../service/TrafficService';
import { createCheckAction } from './createCheckAction';
import { createEntityTrafficAction } from './createEntityTrafficAction';
import { createPatternsAction } from './createPatternsAction';

/**
 * Offers what can be read to the actions registry, for agents and workflows. The services are those of the REST API, so
 * the same permissions decide.
 */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  service: TrafficService;
  patterns: PatternService;
  clock: () => Date;
}): void {
  createPatternsAction(options);
  createEntityTrafficAction(options);
  createCheckAction(options);
}
