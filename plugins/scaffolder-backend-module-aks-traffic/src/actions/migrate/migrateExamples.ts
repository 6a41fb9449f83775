import { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Shown on the portal's page of actions; tests run them. */
export const migrateExamples: TemplateExample[] = [
  {
    description: 'Move the Ingresses of the repository in the workspace',
    example: `steps:
  - id: migrate
    name: Move the Ingresses
    action: aksTraffic:migrate
    input:
      to: approuting-istio
      path: deploy
      kubernetesVersion: '1.36'
`,
  },
  {
    description:
      'Move what an entity has in a cluster, as the portal last read it',
    example: `steps:
  - id: migrate
    name: Move the Ingresses
    action: aksTraffic:migrate
    input:
      to: azure-alb-external
      entityRef: component:default/shop
      cluster: aks-shop
`,
  },
];
