import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Text } from '@backstage/ui';
import { useEffect, useMemo } from 'react';
import { useTexts } from '../hooks/useTexts';
import { formValuesOf } from './formValues';
import { readPublishTarget, repositoryUrl } from './publishTarget';

/** Says where the service goes, which the configuration decides; nobody has to know the addresses of repositories. */
export function RepositoryPicker({
  formData,
  formContext,
  onChange,
}: FieldExtensionComponentProps<string>) {
  const { t } = useTexts();
  const config = useApi(configApiRef);
  const target = useMemo(() => readPublishTarget(config), [config]);
  const { name } = formValuesOf(formContext);
  const url = name === undefined ? undefined : repositoryUrl(target, name);
  useEffect(() => {
    if (url !== formData) {
      onChange(url);
    }
  }, [url, formData, onChange]);
  if (target.kind === 'local') {
    return <Text>{t('goldenPath.repositoryLocal')}</Text>;
  }
  return (
    <Text>
      {name === undefined
        ? t('goldenPath.nameFirst')
        : t('goldenPath.repositoryHosted', {
            address:
              target.kind === 'github'
                ? `github.com/${target.owner}/${name}`
                : `dev.azure.com/${target.organization}/${target.project}/${name}`,
          })}
    </Text>
  );
}
