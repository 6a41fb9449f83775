import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { z } from 'zod/v3';

/** Chooses a cluster; `ui:field: AksTrafficClusterPicker`. */
export const clusterPicker = FormFieldBlueprint.make({
  name: 'cluster-picker',
  params: {
    field: async () => {
      const { ClusterPicker } = await import('../scaffolder/ClusterPicker');
      return createFormField<z.ZodString, z.AnyZodObject>({
        name: 'AksTrafficClusterPicker',
        component: ClusterPicker,
      });
    },
  },
});

/** Chooses an approved pattern for the cluster of the form; `ui:field: AksTrafficPatternPicker`. */
export const patternPicker = FormFieldBlueprint.make({
  name: 'pattern-picker',
  params: {
    field: async () => {
      const { PatternPicker } = await import('../scaffolder/PatternPicker');
      return createFormField<z.ZodString, z.AnyZodObject>({
        name: 'AksTrafficPatternPicker',
        component: PatternPicker,
      });
    },
  },
});

/** Chooses a way out that the cluster of the form has; `ui:field: AksTrafficEgressPicker`. */
export const egressPicker = FormFieldBlueprint.make({
  name: 'egress-picker',
  params: {
    field: async () => {
      const { EgressPicker } = await import('../scaffolder/EgressPicker');
      return createFormField<z.ZodString, z.AnyZodObject>({
        name: 'AksTrafficEgressPicker',
        component: EgressPicker,
      });
    },
  },
});

/** Says where the service goes; `ui:field: AksTrafficRepositoryPicker`. */
export const repositoryPicker = FormFieldBlueprint.make({
  name: 'repository-picker',
  params: {
    field: async () => {
      const { RepositoryPicker } = await import(
        '../scaffolder/RepositoryPicker'
      );
      return createFormField<z.ZodString, z.AnyZodObject>({
        name: 'AksTrafficRepositoryPicker',
        component: RepositoryPicker,
      });
    },
  },
});
