import { Workload } from '../model/draft';
import { ResolveContext } from '../model/resolveContext';
import { listField, textField } from '../objects/field';
import { parseImageReference, repositoryEndsWith } from './imageReference';

/** Workloads in the controller's namespace that run one of these images: its data plane, where that is separate. */
export function proxiesByImage(options: {
  context: ResolveContext;
  workload: Workload;
  images: readonly string[];
}): Workload[] {
  const { context, workload, images } = options;
  return context.workloads.listIn(workload.namespace).filter(candidate =>
    listField(candidate.podSpec, 'containers').some(container => {
      const image = textField(container, 'image');
      return (
        image !== undefined &&
        images.some(path =>
          repositoryEndsWith(parseImageReference(image).repository, path),
        )
      );
    }),
  );
}
