import { Cell, ColumnConfig } from '@backstage/ui';
import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
import { ReactNode } from 'react';
import { usePlanMove } from '../../../hooks/dashboard/usePlanMove';
import {
  ColumnField,
  leastWidths,
  TableLayout,
} from '../../../model/dashboard/tableLayout';
import { ServiceId } from '../../../model/serviceKey';
import { Texts } from '../../../text/texts';
import { CatalogSystemCell } from './cells/CatalogSystemCell';
import { ClusterCell } from './cells/ClusterCell';
import { DeadlineCell } from './cells/DeadlineCell';
import { EffortCell } from './cells/EffortCell';
import { EgressCell } from './cells/EgressCell';
import { ExposureCell } from './cells/ExposureCell';
import { FieldBelow } from './cells/FieldBelow';
import { IngressCell } from './cells/IngressCell';
import { OwnerCell } from './cells/OwnerCell';
import { RiskCell } from './cells/RiskCell';
import { ServiceCell } from './cells/ServiceCell';

/** A service as a row of the table. */
export type ServiceRow = ServiceListItem & { id: string };

/** How columns share what is left of the width. */
const shares: Readonly<Record<ColumnField, `${number}fr`>> = {
  service: '1.4fr',
  owner: '1.1fr',
  catalogSystem: '1.1fr',
  cluster: '1.4fr',
  system: '1.4fr',
  exposure: '1.1fr',
  egress: '1.2fr',
  risk: '1.1fr',
  effort: '1fr',
  deadline: '1.3fr',
};

/** The columns of the table in a layout; their ids are the fields that the backend sorts by. */
export function columnsOf(options: {
  layout: TableLayout;
  texts: Texts;
  now: Date;
  addressOf: (entityRef: string, service: ServiceId) => string | undefined;
  /** Absent where there is no template that moves Ingresses. */
  planMove: ReturnType<typeof usePlanMove>;
}): ColumnConfig<ServiceRow>[] {
  const {
    layout,
    texts: { t },
    now,
    addressOf,
    planMove,
  } = options;
  const contents: Record<ColumnField, (item: ServiceRow) => ReactNode> = {
    service: item => (
      <ServiceCell
        item={item}
        address={item.entityRef && addressOf(item.entityRef, item)}
      />
    ),
    owner: item => <OwnerCell owner={item.owner} />,
    catalogSystem: item => (
      <CatalogSystemCell catalogSystem={item.catalogSystem} />
    ),
    cluster: item => <ClusterCell item={item} now={now} />,
    system: item => <IngressCell systems={item.systems} />,
    exposure: item => <ExposureCell exposure={item.exposure} />,
    egress: item => <EgressCell egress={item.egress} />,
    risk: item => <RiskCell item={item} />,
    effort: item => <EffortCell item={item} planMove={planMove} />,
    deadline: item => <DeadlineCell item={item} now={now} />,
  };
  return layout.columns.map(([field, ...below]) => ({
    id: field,
    width: shares[field],
    minWidth: leastWidths[field],
    label: t(`column.${field}`),
    isRowHeader: field === 'service',
    isSortable: true,
    cell: item => (
      <Cell>
        {contents[field](item)}
        {below.map(other => (
          <FieldBelow key={other} label={t(`column.${other}`)}>
            {contents[other](item)}
          </FieldBelow>
        ))}
      </Cell>
    ),
  }));
}
