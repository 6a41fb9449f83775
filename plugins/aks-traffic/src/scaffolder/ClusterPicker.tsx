import { useApi } from '@backstage/frontend-plugin-api';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Select, TextField } from '@backstage/ui';
import { printable } from 'backstage-plugin-aks-traffic-common';
import { aksTrafficApiRef } from '../api/aksTrafficApiRef';
import { useTexts } from '../hooks/useTexts';
import { useAnswer } from './useAnswer';

/** Chooses one of the clusters that the portal knows; who may not list them writes the name. */
export function ClusterPicker({
  formData = '',
  onChange,
  required,
  rawErrors = [],
}: FieldExtensionComponentProps<string>) {
  const { t } = useTexts();
  const api = useApi(aksTrafficApiRef);
  const { value, error } = useAnswer('clusters', signal =>
    api.listClusters({ signal }),
  );
  if (error) {
    return (
      <TextField
        label={t('goldenPath.cluster')}
        description={t('goldenPath.clustersFailed', { reason: error.message })}
        isRequired={required}
        isInvalid={rawErrors.length > 0}
        value={formData}
        onChange={onChange}
      />
    );
  }
  const options = (value?.items ?? []).map(({ name, location }) => ({
    value: name,
    label: printable(location === undefined ? name : `${name} (${location})`),
  }));
  return (
    <Select
      label={t('goldenPath.cluster')}
      description={t('goldenPath.clusterHelp')}
      isRequired={required}
      isInvalid={rawErrors.length > 0}
      isDisabled={!value}
      options={options}
      value={formData === '' ? null : formData}
      onChange={key => onChange(key === null ? undefined : String(key))}
    />
  );
}
