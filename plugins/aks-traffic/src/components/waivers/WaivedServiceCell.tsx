import { Cell } from '@backstage/ui';
import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { Lines } from '../shared/Lines';
import { ObjectName } from '../shared/ObjectName';

/** Which finding of which Service is waived. */
export function WaivedServiceCell(props: { waiver: Waiver }) {
  const { service, namespace, cluster, ruleId, subject } = props.waiver;
  const { t } = useTexts();
  return (
    <Cell>
      <Lines
        detail={
          <>
            {t('card.servicePlace', { namespace, cluster })}
            <br />
            {t('waiver.rule', { rule: ruleId })}
            {subject && <ObjectName object={subject} />}
          </>
        }
      >
        <strong>{service}</strong>
      </Lines>
    </Cell>
  );
}
