import {
  KubernetesObject,
  readManifests,
} from 'backstage-plugin-aks-traffic-engine';
import { readSources, SourceFolder } from './readSources';

/** What files of manifests end in. */
export const manifestExtensions = ['.yaml', '.yml', '.json'];

/**
 * Reads all objects of manifests, with all of their fields.
 *
 * @throws InputError when a path cannot be read.
 *
 * @public
 */
export async function readObjects(options: {
  paths: readonly string[];
  from: SourceFolder;
}): Promise<{
  objects: KubernetesObject[];
  /** One sentence for each thing that could not be read. */
  gaps: string[];
}> {
  const { paths, from } = options;
  const objects: KubernetesObject[] = [];
  const gaps: string[] = [];
  for (const path of paths) {
    for await (const reading of readSources({
      path,
      extensions: manifestExtensions,
      from,
    })) {
      if ('gap' in reading) {
        gaps.push(reading.gap);
        continue;
      }
      const { name, text } = reading.source;
      const manifests = readManifests(text, name);
      for (const object of manifests.objects) {
        objects.push(object);
      }
      for (const gap of manifests.gaps) {
        gaps.push(gap);
      }
    }
  }
  return { objects, gaps };
}
