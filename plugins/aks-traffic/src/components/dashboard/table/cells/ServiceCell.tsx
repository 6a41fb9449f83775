import { Link } from '@backstage/ui';
import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../../../hooks/useTexts';
import { Lines } from '../../../shared/Lines';
import { asShown } from '../../../../text/asShown';

/** Which Service, of which entity; the name leads to the entity's Traffic tab. */
export function ServiceCell(props: {
  item: ServiceListItem;
  /** Of the Traffic tab; absent for a Service that no entity claims. */
  address: string | undefined;
}) {
  const { item, address } = props;
  const { t } = useTexts();
  const isTitled =
    item.entityTitle !== undefined && item.entityTitle !== item.service;
  return (
    <Lines
      detail={
        <>
          {asShown(item.namespace)}
          {item.entityRef === undefined && <> · {t('services.unclaimed')}</>}
          {isTitled && <> · {asShown(item.entityTitle!)}</>}
        </>
      }
    >
      {address === undefined ? (
        item.service
      ) : (
        <Link href={address} variant="body-medium" weight="bold">
          {asShown(item.service)}
        </Link>
      )}
    </Lines>
  );
}
