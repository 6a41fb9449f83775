import { ColumnConfig } from '@backstage/ui';
import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { usePlanMove } from '../../../hooks/dashboard/usePlanMove';
import { ServiceId } from '../../../model/serviceKey';
import { Texts } from '../../../text/texts';
import { CatalogSystemCell } from './cells/CatalogSystemCell';
import { ClusterCell } from './cells/ClusterCell';
import { DeadlineCell } from './cells/DeadlineCell';
import { EffortCell } from './cells/EffortCell';
import { EgressCell } from './cells/EgressCell';
import { ExposureCell } from './cells/ExposureCell';
import { IngressCell } from './cells/IngressCell';
import { OwnerCell } from './cells/OwnerCell';
import { RiskCell } from './cells/RiskCell';
import { ServiceCell } from './cells/ServiceCell';

/** A service as a row of the table. */
export type ServiceRow = ServiceListItem & { id: string };

/** The columns of the table; their ids are the fields that the backend sorts by. */
export function columnsOf(options: {
  texts: Texts;
  now: Date;
  addressOf: (entityRef: string, service: ServiceId) => string | undefined;
  /** Absent where there is no template that moves Ingresses. */
  planMove: ReturnType<typeof usePlanMove>;
}): ColumnConfig<ServiceRow>[] {
  const {
    texts: { t },
    now,
    addressOf,
    planMove,
  } = options;
  return [
    {
      id: 'service',
      width: '1.4fr',
      minWidth: 120,
      label: t('column.service'),
      isRowHeader: true,
      isSortable: true,
      cell: item => (
        <ServiceCell
          item={item}
          address={item.entityRef && addressOf(item.entityRef, item)}
        />
      ),
    },
    {
      id: 'owner',
      width: '1.1fr',
      minWidth: 96,
      label: t('column.owner'),
      isSortable: true,
      cell: item => <OwnerCell owner={item.owner} />,
    },
    {
      id: 'catalogSystem',
      width: '1.1fr',
      minWidth: 114,
      label: t('column.catalogSystem'),
      isSortable: true,
      cell: item => <CatalogSystemCell catalogSystem={item.catalogSystem} />,
    },
    {
      id: 'cluster',
      width: '1.4fr',
      minWidth: 112,
      label: t('column.cluster'),
      isSortable: true,
      cell: item => <ClusterCell item={item} now={now} />,
    },
    {
      id: 'system',
      width: '1.4fr',
      minWidth: 120,
      label: t('column.system'),
      isSortable: true,
      cell: item => <IngressCell systems={item.systems} />,
    },
    {
      id: 'exposure',
      width: '1.1fr',
      minWidth: 120,
      label: t('column.exposure'),
      isSortable: true,
      cell: item => <ExposureCell exposure={item.exposure} />,
    },
    {
      id: 'egress',
      width: '1.2fr',
      minWidth: 92,
      label: t('column.egress'),
      isSortable: true,
      cell: item => <EgressCell egress={item.egress} />,
    },
    {
      id: 'risk',
      width: '1.1fr',
      minWidth: 110,
      label: t('column.risk'),
      isSortable: true,
      cell: item => <RiskCell item={item} />,
    },
    {
      id: 'effort',
      width: '1fr',
      minWidth: 130,
      label: t('column.effort'),
      isSortable: true,
      cell: item => <EffortCell item={item} planMove={planMove} />,
    },
    {
      id: 'deadline',
      width: '1.3fr',
      minWidth: 122,
      label: t('column.deadline'),
      isSortable: true,
      cell: item => <DeadlineCell item={item} now={now} />,
    },
  ];
}
