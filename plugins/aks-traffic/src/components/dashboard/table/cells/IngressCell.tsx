import { IngressSystem } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../../hooks/useTexts';
import { systemName } from '../../../../text/names';
import { Lines } from '../../../shared/Lines';

/** What lets traffic in. */
export function IngressCell(props: { systems: readonly IngressSystem[] }) {
  const texts = useTexts();
  const names = props.systems.map(system => systemName(texts, system));
  return (
    <Lines>
      {names.length === 0 ? texts.t('ingress.none') : names.join(', ')}
    </Lines>
  );
}
