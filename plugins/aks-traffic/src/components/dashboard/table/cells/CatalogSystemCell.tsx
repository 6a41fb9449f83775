import { useTexts } from '../../../../hooks/useTexts';
import { EntityName } from '../../../shared/EntityName';
import { Lines } from '../../../shared/Lines';

/** The System of the catalog that the service's entity is part of, leading to its page. */
export function CatalogSystemCell(props: {
  catalogSystem: string | undefined;
}) {
  const { catalogSystem } = props;
  const { t } = useTexts();
  return (
    <Lines>
      {catalogSystem === undefined ? (
        t('catalogSystem.none')
      ) : (
        <EntityName entityRef={catalogSystem} />
      )}
    </Lines>
  );
}
