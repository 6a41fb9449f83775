import { useApi } from '@backstage/frontend-plugin-api';
import { Combobox, useAsyncList } from '@backstage/ui';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../hooks/useTexts';
import { findOwners, OwnerOption } from '../../hooks/findOwners';

/** Asks who answers for a waiver: a user or a group of the catalog, or nobody else than the reader. */
export function OwnerField(props: {
  onChange: (owner: string | undefined) => void;
}) {
  const { t } = useTexts();
  const catalogApi = useApi(catalogApiRef);
  const owners = useAsyncList<OwnerOption>({
    load: async ({ filterText = '', signal }) => ({
      items: await findOwners({ catalogApi, text: filterText, signal }),
    }),
  });
  return (
    <Combobox
      label={t('waiver.owner')}
      description={t('waiver.ownerDescription')}
      placeholder={t('waiver.ownerPlaceholder')}
      options={owners}
      search={{ mode: 'server' }}
      onChange={owner => props.onChange(owner?.id)}
    />
  );
}
