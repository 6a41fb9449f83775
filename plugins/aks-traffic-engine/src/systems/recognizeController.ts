import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { Workload } from '../model/draft';
import { objectEvidence } from '../objects/evidence';
import { listField, textField } from '../objects/field';
import { containerFlags, runsProgram } from './containerFlags';
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

/** Recognises a workload by its image, program and flags, and failing these by its labels. */
export function recognizeController(
  workload: Workload,
  marks: ControllerMarks,
): Recognition | undefined {
  const containers = listField(workload.podSpec, 'containers');
  for (const container of containers) {
    const evidence = containerEvidence(workload, container, marks);
    if (evidence) {
      return { container, confidence: 'proven', evidence: [evidence] };
    }
  }
  const label = labelEvidence(workload, marks);
  return label && containers.length > 0
    ? { container: containers[0], confidence: 'inferred', evidence: [label] }
    : undefined;
}

function containerEvidence(
  workload: Workload,
  container: unknown,
  marks: ControllerMarks,
): Evidence | undefined {
  const image = textField(container, 'image');
  if (image !== undefined) {
    const { repository } = parseImageReference(image);
    if (marks.images.some(path => repositoryEndsWith(repository, path))) {
      return objectEvidence({
        object: workload.reference,
        field: templateField(workload, 'image'),
        value: image,
        meaning: `This is the image of ${marks.title}.`,
      });
    }
  }
  const program = marks.programs?.find(name => runsProgram(container, name));
  if (program !== undefined) {
    return objectEvidence({
      object: workload.reference,
      field: templateField(workload, 'args'),
      value: program,
      meaning: `This is the program of ${marks.title}, whatever the image is called.`,
    });
  }
  if (marks.flags === undefined) {
    return undefined;
  }
  const given = containerFlags(container);
  const flag = marks.flags.find(name => given.has(name));
  return flag === undefined
    ? undefined
    : objectEvidence({
        object: workload.reference,
        field: templateField(workload, 'args'),
        value: `--${flag}=${given.get(flag)}`,
        meaning: `Only ${marks.title} has this flag.`,
      });
}

function labelEvidence(
  workload: Workload,
  marks: ControllerMarks,
): Evidence | undefined {
  const { labels = [] } = marks;
  const matches = labels.every(pair => {
    const [key, value] = pair.split('=');
    return (
      workload.podLabels.get(key) === value ||
      workload.labels.get(key) === value
    );
  });
  return labels.length > 0 && matches
    ? objectEvidence({
        object: workload.reference,
        field: 'metadata.labels',
        value: labels.join(', '),
        meaning: `${marks.title} is installed with these labels, but anybody may set them, and the image is not one of its own.`,
      })
    : undefined;
}

/** The path of a container field, as it stands in the kind of object the workload is. */
export function templateField(workload: Workload, name: string): string {
  return workload.object.kind === 'Pod'
    ? `spec.containers[].${name}`
    : `spec.template.spec.containers[].${name}`;
}
