import { isUsedSetting } from '../../annotations/controllerSettingKeys';
import { KubernetesObject } from '../../model/observation';
import { textMapField } from '../field';
import { reduceMetadata } from './reduceMetadata';

/**
 * Of a ConfigMap the settings of a controller, and nothing of one that has none: ConfigMaps may hold anything. None is
 * ever asked of a cluster; they come with files only.
 */
export function reduceConfigMap(
  raw: KubernetesObject,
): KubernetesObject | undefined {
  const settings = [...textMapField(raw, 'data')].filter(([key]) =>
    isUsedSetting(key),
  );
  const { name, namespace } = reduceMetadata(raw);
  return settings.length === 0
    ? undefined
    : {
        apiVersion: raw.apiVersion,
        kind: raw.kind,
        metadata: { name, ...(namespace !== undefined && { namespace }) },
        data: Object.fromEntries(settings),
      };
}
