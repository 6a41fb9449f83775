import type { ApiResource } from '../../estate/types';

/** A named set of resources that is installed into clusters together. */
export interface ApiBundle {
  name: string;
  apis: ApiResource[];
  crdAnnotations?: Record<string, string>;
  crdLabels?: Record<string, string>;
}
