import { EgressKind } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../../hooks/useTexts';
import { egressName } from '../../../../text/names';
import { Lines } from '../../../shared/Lines';

/** How traffic of the service gets out. */
export function EgressCell(props: { egress: readonly EgressKind[] }) {
  const texts = useTexts();
  const names = props.egress.map(kind => egressName(texts, kind));
  return (
    <Lines>
      {names.length === 0 ? egressName(texts, 'unknown') : names.join(', ')}
    </Lines>
  );
}
