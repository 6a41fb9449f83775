import { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Shown on the portal's page of actions; tests run them. */
export const checkExamples: TemplateExample[] = [
  {
    description: 'Judge all manifests of the workspace',
    example: `steps:
  - id: check
    name: Check the traffic of the manifests
    action: aksTraffic:check
`,
  },
  {
    description: 'Judge one folder, and let nothing above low pass',
    example: `steps:
  - id: check
    name: Check the traffic of the manifests
    action: aksTraffic:check
    input:
      path: deploy
      failOn: medium
`,
  },
];
