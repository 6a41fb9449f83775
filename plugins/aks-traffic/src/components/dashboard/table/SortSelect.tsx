import { Select } from '@backstage/ui';
import { useTexts } from '../../../hooks/useTexts';
import { orderOf } from '../../../model/dashboard/paging';
import { ServiceView, withOrder } from '../../../model/dashboard/serviceView';
import {
  firstOrderOf,
  isKnownOrderField,
  orderFields,
} from '../../../model/dashboard/vocabulary';

/** What the services are sorted by, also where that has no column of its own. */
export function SortSelect(props: {
  view: ServiceView;
  onChange: (change: (view: ServiceView) => ServiceView) => void;
}) {
  const { view, onChange } = props;
  const { t } = useTexts();
  return (
    <Select
      aria-label={t('services.sort')}
      size="small"
      options={orderFields.map(id => ({
        id,
        label: t('services.sortedBy', { column: t(`column.${id}`) }),
      }))}
      value={orderOf(view).field}
      onChange={chosen => {
        const field = String(chosen);
        if (isKnownOrderField(field)) {
          onChange(previous =>
            withOrder(previous, { field, order: firstOrderOf(field) }),
          );
        }
      }}
    />
  );
}
