import { exposureTone } from '../exposure';
import { riskTone } from '../risk';
import { Support, supportTone } from '../support';
import { Tone } from '../tone';
import { TrafficNode } from './trafficGraph';

/** The tone a step is drawn in: that of the verdict about it, and `unknown` where nothing is known of it. */
export function stepTone(
  node: TrafficNode,
  options: { support?: Support; isSettled: boolean },
): Tone {
  const { support, isSettled } = options;
  if (!node.isKnown) {
    return 'unknown';
  }
  switch (node.stage) {
    case 'client':
      return exposureTone(node.exposure);
    case 'controller':
      return support === undefined ? 'neutral' : supportTone(support);
    case 'route':
      return node.entryPoints.some(
        ({ attached, confidence }) =>
          attached === false || confidence === 'conflict',
      )
        ? 'warning'
        : 'neutral';
    case 'service':
      return riskTone(node.service.risk, isSettled);
    default:
      return 'neutral';
  }
}
