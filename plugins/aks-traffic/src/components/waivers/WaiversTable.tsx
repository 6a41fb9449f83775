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
        label: t('column.service'),
        isRowHeader: true,
        cell: waiver => <WaivedServiceCell waiver={waiver} />,
      },
      {
        id: 'reason',
        label: t('waiver.reason'),
        cell: waiver => (
          <Cell>
            <Lines>{waiver.reason}</Lines>
          </Cell>
        ),
      },
      {
        id: 'owner',
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
        label: t('waivers.expiry'),
        cell: waiver => <ExpiryCell waiver={waiver} now={now} />,
      },
      {
        id: 'revoke',
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
