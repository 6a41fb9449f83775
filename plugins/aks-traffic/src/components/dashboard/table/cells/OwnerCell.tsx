import { useTexts } from '../../../../hooks/useTexts';
import { Lines } from '../../../shared/Lines';
import { EntityName } from '../../../shared/EntityName';
import { ToneChip } from '../../../shared/ToneChip';

/** Who answers for the service; that nobody does is said as loudly as a name would be. */
export function OwnerCell(props: { owner: string | undefined }) {
  const { owner } = props;
  const { t } = useTexts();
  return (
    <Lines>
      {owner === undefined ? (
        <ToneChip tone="unknown">{t('owner.none')}</ToneChip>
      ) : (
        <EntityName entityRef={owner} />
      )}
    </Lines>
  );
}
