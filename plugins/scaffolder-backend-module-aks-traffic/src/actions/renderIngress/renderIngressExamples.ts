import { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Shown on the portal's page of actions; tests run them. */
export const renderIngressExamples: TemplateExample[] = [
  {
    description: 'A public web application behind application routing',
    example: `steps:
  - id: render
    name: Write the manifests
    action: aksTraffic:renderIngress
    input:
      pattern: app-routing-public
      name: shop
      exposure: public
      image: contoso.azurecr.io/shop:1.0.0
      port: 8080
      host: shop.contoso.com
      keyVaultUri: https://contoso.vault.azure.net/certificates/shop
`,
  },
  {
    description: 'A service that two namespaces of the cluster call',
    example: `steps:
  - id: render
    name: Write the manifests
    action: aksTraffic:renderIngress
    input:
      pattern: cluster-only
      name: prices
      exposure: cluster-only
      image: contoso.azurecr.io/prices:1.0.0
      port: 8080
      callers: [shop, search]
`,
  },
];
