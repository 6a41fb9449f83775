import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ArmRef, ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { Place } from 'backstage-plugin-aks-traffic-node';

/** A line of a file, by its path below the folder where there is one: that is how code scanning finds it. */
export function physicalLocation({ file, line }: Place, folder: string) {
  const path = relative(folder, file);
  const isInside =
    path !== '' && !isAbsolute(path) && path.split(sep)[0] !== '..';
  return {
    artifactLocation: isInside
      ? {
          uri: path.split(sep).map(encodeURIComponent).join('/'),
          uriBaseId: '%SRCROOT%',
        }
      : { uri: pathToFileURL(file).href },
    region: { startLine: line },
  };
}

/** An object of a cluster or a resource of Azure, by names that stay the same wherever they are written down. */
export function logicalLocation(subject: ObjectRef | ArmRef, cluster: string) {
  if ('armId' in subject) {
    return {
      name: subject.armId.split('/').at(-1) || subject.armId,
      fullyQualifiedName: subject.armId,
      kind: 'resource',
    };
  }
  const { apiVersion, kind, namespace, name } = subject;
  return {
    name,
    fullyQualifiedName: [cluster, apiVersion, kind, namespace, name]
      .filter(Boolean)
      .join('/'),
    kind: 'resource',
  };
}
