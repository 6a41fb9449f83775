export interface Config {
  aksTraffic?: {
    goldenPath?: {
      /**
       * Reference of the template that moves Ingresses, which _Plan the move_ opens; `template:default/migrate-ingress`
       * when absent.
       *
       * @visibility frontend
       */
      migrationTemplate?: string;
      /**
       * Where the golden path puts new services. Without it they go to the machine of the portal, which only the demo
       * can do.
       *
       * @deepVisibility frontend
       */
      publish?:
        | { kind: 'local' }
        | {
            kind: 'github';
            /** Organisation or user on GitHub. */
            owner: string;
          }
        | {
            kind: 'azure';
            /** Organisation on Azure DevOps. */
            organization: string;
            /** Project of the organisation. */
            project: string;
          };
    };
  };
}
