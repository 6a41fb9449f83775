export interface Config {
  aksTraffic?: {
    /**
     * How clusters of the Kubernetes plugin are read.
     */
    kubernetesPlugin?: {
      /**
       * Resource ids of managed clusters by the names that the Kubernetes plugin has for them. They tie what Azure says
       * to what the API server says; a cluster without one has no egress paths and no public addresses of Azure.
       */
      armIds?: { [cluster: string]: string };
    };
  };
}
