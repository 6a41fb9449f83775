import { InputError } from '@backstage/errors';
import { readSources } from 'backstage-plugin-aks-traffic-node';
import { parseAllDocuments } from 'yaml';

/** What a folder of manifests may hold besides objects of a cluster. */
const otherApis =
  /^(kustomize\.config\.k8s\.io|backstage\.io|scaffolder\.backstage\.io)\//;

/**
 * The objects of a folder, each as YAML text.
 *
 * @throws InputError for a file that cannot be read, because half a deployment is worse than none.
 */
export async function collectManifests(options: {
  folder: string;
  path: string;
}): Promise<string[]> {
  const { folder, path } = options;
  const manifests: string[] = [];
  for await (const reading of readSources({
    path,
    extensions: ['.yaml', '.yml'],
    from: { cwd: folder },
  })) {
    if ('gap' in reading) {
      throw new InputError(reading.gap);
    }
    const { name, text } = reading.source;
    for (const document of parseAllDocuments(text)) {
      if (document.errors.length > 0) {
        throw new InputError(`${name}: ${document.errors[0].message}`);
      }
      const object = document.toJS();
      if (object && !otherApis.test(`${object.apiVersion}`)) {
        manifests.push(JSON.stringify(object));
      }
    }
  }
  return manifests;
}
