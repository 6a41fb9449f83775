import { Alert, Table } from '@backstage/ui';
import { ServiceList } from 'backstage-plugin-aks-traffic-common';
import { useMemo } from 'react';
import { usePlanMove } from '../../../hooks/dashboard/usePlanMove';
import { useNow } from '../../../hooks/useNow';
import { useEntityTrafficAddress } from '../../../hooks/useEntityTrafficAddress';
import { useTexts } from '../../../hooks/useTexts';
import { Answer } from '../../../hooks/useAnswer';
import { reasonOf } from '../../../model/cardState';
import {
  nextPage,
  orderOf,
  previousPage,
} from '../../../model/dashboard/paging';
import {
  isFiltered,
  pageSizes,
  ServiceView,
  withOrder,
} from '../../../model/dashboard/serviceView';
import { TableLayout } from '../../../model/dashboard/tableLayout';
import { isKnownOrderField } from '../../../model/dashboard/vocabulary';
import { numberText } from '../../../text/numbers';
import { DashboardFailed } from '../states/DashboardFailed';
import { columnsOf } from './columns';
import { NoServices } from './NoServices';

/** One page of the services, sorted and paged by the backend. */
export function ServicesTable(props: {
  view: ServiceView;
  answer: Answer<ServiceList>;
  layout: TableLayout;
  onChange: (change: (view: ServiceView) => ServiceView) => void;
}) {
  const { view, answer, layout, onChange } = props;
  const texts = useTexts();
  const { t } = texts;
  const now = useNow();
  const addressOf = useEntityTrafficAddress();
  const planMove = usePlanMove();
  const canMove = planMove !== undefined;
  const { value: list, error } = answer;
  const columns = useMemo(
    () => columnsOf({ layout, texts, now, addressOf, planMove }),
    // The addresses change with the places of the catalog and the scaffolder only, which do not move.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [layout, texts, now, canMove],
  );
  const rows = useMemo(
    () =>
      list?.items.map(item => ({
        ...item,
        id: [
          item.cluster,
          item.namespace,
          item.service,
          item.entityRef ?? '',
        ].join('/'),
      })),
    [list],
  );
  if (list === undefined && error) {
    return (
      <DashboardFailed
        title={t('services.failed')}
        error={error}
        onRetry={answer.retry}
      />
    );
  }
  const shown = orderOf(view);
  return (
    <>
      {error && (
        <Alert
          status="warning"
          icon
          title={t('coverage.refreshFailedTitle')}
          description={t('coverage.refreshFailed', { reason: reasonOf(error) })}
        />
      )}
      <Table
        // The columns of a table that stands do not come and go.
        key={layout.from}
        columnConfig={columns}
        data={rows}
        isPending={answer.isLoading}
        isStale={answer.isStale}
        sort={{
          descriptor: {
            column: shown.field,
            direction: shown.order === 'asc' ? 'ascending' : 'descending',
          },
          onSortChange: ({ column, direction }) => {
            const field = String(column);
            if (isKnownOrderField(field)) {
              const order = direction === 'ascending' ? 'asc' : 'desc';
              onChange(previous => withOrder(previous, { field, order }));
            }
          },
        }}
        emptyState={<NoServices isFiltered={isFiltered(view.filter)} />}
        pagination={{
          type: 'page',
          pageSize: view.pageSize,
          pageSizeOptions: pageSizes.map(value => ({
            value,
            label: t('services.pageSize', { count: value }),
          })),
          onPageSizeChange: size =>
            onChange(previous => ({
              ...previous,
              pageSize:
                pageSizes.find(each => each === size) ?? previous.pageSize,
              page: 1,
              cursor: undefined,
            })),
          offset: (view.page - 1) * view.pageSize,
          totalCount: list?.totalItems,
          hasNextPage: list !== undefined && nextPage(view, list) !== undefined,
          hasPreviousPage: view.page > 1,
          onNextPage: () =>
            list && onChange(previous => nextPage(previous, list) ?? previous),
          onPreviousPage: () =>
            list && onChange(previous => previousPage(previous, list)),
          getLabel: ({ pageSize, offset = 0, totalCount = 0 }) =>
            t('services.range', {
              from: numberText(texts, Math.min(offset + 1, totalCount)),
              to: numberText(texts, Math.min(offset + pageSize, totalCount)),
              total: numberText(texts, totalCount),
            }),
        }}
      />
    </>
  );
}
