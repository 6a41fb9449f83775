import { Cell, ColumnConfig, Table, Text, useTable } from '@backstage/ui';
import { Waiver } from 'backstage-plugin-aks-traffic-common';
import { useMemo } from 'react';
import { useNow } from '../../hooks/useNow';
import { useTexts } from '../../hooks/useTexts';
import { numberText } from '../../text/numbers';
import { Lines } from '../shared/Lines';
import { EntityName } from '../shared/EntityName';
import { ExpiryCell } from './ExpiryCell';
import { RevokeButton } from './RevokeButton';
import { WaivedServiceCell } from './WaivedServiceCell';

/** The waivers as a table, a page at a time. */
export function WaiversTable(props: {
  waivers: Waiver[];
  isStale: boolean;
  isFiltered: boolean;
  onRevoked: () => void;
}) {
  const { waivers, isStale, isFiltered, onRevoked } = props;
  const texts = useTexts();
  const { t } = texts;
  const now = useNow();
  const { tableProps } = useTable({
    mode: 'complete',
    data: waivers,
    paginationOptions: {
      pageSize: 25,
      // Not shown, but a size that is not among them would be labelled as the first of the defaults.
      pageSizeOptions: [25],
      showPageSizeOptions: false,
      getLabel: ({ pageSize, offset = 0, totalCount = 0 }) =>
        t('services.range', {
          from: numberText(texts, Math.min(offset + 1, totalCount)),
          to: numberText(texts, Math.min(offset + pageSize, totalCount)),
          total: numberText(texts, totalCount),
        }),
    },
  });
  const columns = useMemo(
    (): ColumnConfig<Waiver>[] => [
      {
        id: 'service',
        width: '1.2fr',
        minWidth: 150,
        label: t('column.service'),
        isRowHeader: true,
        cell: waiver => <WaivedServiceCell waiver={waiver} />,
      },
      {
        id: 'reason',
        width: '1.4fr',
        minWidth: 160,
        label: t('waiver.reason'),
        cell: waiver => (
          <Cell>
            <Lines>{waiver.reason}</Lines>
          </Cell>
        ),
      },
      {
        id: 'owner',
        width: '1fr',
        minWidth: 120,
        label: t('waiver.owner'),
        cell: waiver => (
          <Cell>
            <Lines
              detail={
                waiver.createdBy !== waiver.owner && (
                  <>
                    {t('waivers.madeBy')}{' '}
                    <EntityName entityRef={waiver.createdBy} />
                  </>
                )
              }
            >
              <EntityName entityRef={waiver.owner} />
            </Lines>
          </Cell>
        ),
      },
      {
        id: 'expiry',
        width: '1fr',
        minWidth: 130,
        label: t('waivers.expiry'),
        cell: waiver => <ExpiryCell waiver={waiver} now={now} />,
      },
      {
        id: 'revoke',
        width: '0.7fr',
        minWidth: 110,
        label: t('waivers.revoke'),
        cell: waiver => (
          <Cell>
            {waiver.state === 'active' && (
              <RevokeButton waiver={waiver} onRevoked={onRevoked} />
            )}
          </Cell>
        ),
      },
    ],
    [t, now, onRevoked],
  );
  return (
    <Table
      {...tableProps}
      columnConfig={columns}
      isStale={isStale}
      emptyState={
        <Text as="p" variant="body-medium" color="secondary">
          {t(isFiltered ? 'waivers.noneMatch' : 'waivers.none')}
        </Text>
      }
    />
  );
}
