import { CoverageState } from 'backstage-plugin-aks-traffic-common';
import { useTexts } from '../../hooks/useTexts';
import { coverageOrder } from '../../model/coverage';
import { Choice } from '../dashboard/Choice';

/** Which clusters to show, by how much of them was read. */
export function CoverageChoice(props: {
  value: CoverageState | undefined;
  onChange: (value: CoverageState | undefined) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTexts();
  return (
    <Choice
      label={t('clusters.coverage')}
      options={[
        { id: 'all', text: t('filter.all') },
        ...coverageOrder.map(id => ({ id, text: t(`coverageName.${id}`) })),
      ]}
      value={value ?? 'all'}
      onChange={id => onChange(id === 'all' ? undefined : id)}
    />
  );
}
