import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { Workload } from '../model/draft';
import { objectEvidence } from '../objects/evidence';
import { listField, textField } from '../objects/field';
import { containerFlags, hasWords, runsProgram } from './containerFlags';
import { parseImageReference, repositoryEndsWith } from './imageReference';
import { Recognition } from './SystemDefinition';

/** What gives a controller's workload away, strongest first. */
export interface ControllerMarks {
  /** Name of the product, for the evidence. */
  title: string;
  /** Ends of the image's repository, which mirrors keep. */
  images: readonly string[];
  /** Programs that the container's command or arguments name. */
  programs?: readonly string[];
  /** Flags that no other product has. */
  flags?: readonly string[];
  /** Labels (`key=value`) that all have to be present: anybody may set them, so they prove nothing. */
  labels?: readonly string[];
}

/**
 * Recognises workloads by their image, program and flags, and failing these by their labels. Every workload of a
 * cluster is asked about by every system, and hardly any is a controller: what does not match has to be cheap.
 */
export function recognizeBy(
  marks: ControllerMarks,
): (workload: Workload) => Recognition | undefined {
  const labels = (marks.labels ?? []).map(pair => pair.split('='));
  return workload => {
    const containers = listField(workload.podSpec, 'containers');
    for (const container of containers) {
      const evidence = containerEvidence(workload, container, marks);
      if (evidence) {
        return { container, confidence: 'proven', evidence: [evidence] };
      }
    }
    return containers.length > 0 && carriesAll(workload, labels)
      ? {
          container: containers[0],
          confidence: 'inferred',
          evidence: [
            objectEvidence({
              object: workload.reference,
              field: 'metadata.labels',
              value: marks.labels?.join(', '),
              meaning: `${marks.title} is installed with these labels, but anybody may set them, and the image is not one of its own.`,
            }),
          ],
        }
      : undefined;
  };
}

function carriesAll(
  workload: Workload,
  labels: readonly (readonly string[])[],
): boolean {
  return (
    labels.length > 0 &&
    labels.every(
      ([key, value]) =>
        workload.podLabels.get(key) === value ||
        workload.labels.get(key) === value,
    )
  );
}

function containerEvidence(
  workload: Workload,
  container: unknown,
  { title, images, programs, flags }: ControllerMarks,
): Evidence | undefined {
  const image = textField(container, 'image');
  if (image !== undefined && isImageOf(image, images)) {
    return objectEvidence({
      object: workload.reference,
      field: templateField(workload, 'image'),
      value: image,
      meaning: `This is the image of ${title}.`,
    });
  }
  if ((programs ?? flags) === undefined || !hasWords(container)) {
    return undefined;
  }
  const program = programs?.find(name => runsProgram(container, name));
  if (program !== undefined) {
    return objectEvidence({
      object: workload.reference,
      field: templateField(workload, 'args'),
      value: program,
      meaning: `This is the program of ${title}, whatever the image is called.`,
    });
  }
  const given = flags && containerFlags(container);
  const flag = flags?.find(name => given?.has(name));
  return flag === undefined
    ? undefined
    : objectEvidence({
        object: workload.reference,
        field: templateField(workload, 'args'),
        value: `--${flag}=${given?.get(flag)}`,
        meaning: `Only ${title} has this flag.`,
      });
}

function isImageOf(image: string, paths: readonly string[]): boolean {
  const { repository } = parseImageReference(image);
  return paths.some(path => repositoryEndsWith(repository, path));
}

/** The path of a container field, as it stands in the kind of object the workload is. */
export function templateField(workload: Workload, name: string): string {
  return workload.object.kind === 'Pod'
    ? `spec.containers[].${name}`
    : `spec.template.spec.containers[].${name}`;
}
