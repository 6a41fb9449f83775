import { applicationGatewayForContainers } from '../../systems/application-gateway-for-containers/applicationGatewayForContainers';
import { requirement } from '../requirement';
import { albControllerVersions } from '../targetFacts';
import { MoveRequirement } from './Move';

/** A version of the ALB Controller that does what annotations ask for, where one runs. A new one would. */
export const albControllerVersion: MoveRequirement = (
  { annotations },
  target,
  { controllers },
) => {
  if (target !== 'application-gateway-for-containers') {
    return undefined;
  }
  const running = controllers.find(
    ({ definition, workload }) =>
      definition === applicationGatewayForContainers && workload !== undefined,
  );
  if (running === undefined) {
    return undefined;
  }
  const { version, evidence } = running;
  const lacking = albControllerVersions.filter(
    ({ annotation, since }) =>
      (version === undefined || isOlder(version, since)) &&
      annotations.some(
        ({ name, effective }) => name === annotation && effective !== false,
      ),
  );
  return lacking.length === 0
    ? undefined
    : requirement({
        id: 'alb-controller-version',
        met: version === undefined ? 'unknown' : false,
        message: `Needs ALB Controller ${lacking
          .map(({ annotation, since }) => `${since} for ${annotation}`)
          .join(', ')}; ${
          version === undefined
            ? 'the version that runs is not told by its image'
            : `${version} runs`
        }.`,
        remedy:
          'Upgrade the chart of the ALB Controller, or the cluster where it is an add-on.',
        evidence,
        source: 'albReleases',
      });
};

/** Whether a version such as `1.10.27` comes before another. */
function isOlder(version: string, other: string): boolean {
  const [left, right] = [version, other].map(text =>
    text.split('.').map(part => Number.parseInt(part, 10) || 0),
  );
  const position = right.findIndex(
    (part, index) => part !== (left[index] ?? 0),
  );
  return position >= 0 && (left[position] ?? 0) < right[position];
}
