import { Cell, Link } from '@backstage/ui';
import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { useServicesAddress } from '../../hooks/dashboard/useServicesAddress';
import { useTexts } from '../../hooks/useTexts';
import { asShown } from '../../text/asShown';
import { Lines } from '../shared/Lines';
import { ObjectName } from '../shared/ObjectName';

/** Which finding of which Service is waived; the name leads to the Service in the list. */
export function WaivedServiceCell(props: { waiver: Waiver }) {
  const { service, namespace, cluster, ruleId, subject } = props.waiver;
  const { t } = useTexts();
  const address = useServicesAddress()?.({
    cluster: [cluster],
    namespace: [namespace],
    search: service,
  });
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
        {address === undefined ? (
          <strong>{asShown(service)}</strong>
        ) : (
          <Link href={address} variant="body-medium" weight="bold">
            {asShown(service)}
          </Link>
        )}
      </Lines>
    </Cell>
  );
}
