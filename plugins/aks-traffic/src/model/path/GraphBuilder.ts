import { EntryPoint, Evidence } from 'backstage-plugin-aks-traffic-common';
import {
  TrafficEdge,
  TrafficEdgeKind,
  TrafficGraph,
  TrafficNode,
  TrafficStep,
} from './trafficGraph';

/** Collects nodes by what leads to them, or by what they lead to: what has the same path is the same node. */
export class GraphBuilder {
  private readonly nodes = new Map<string, TrafficNode>();
  private readonly edges = new Map<string, TrafficEdge>();

  /** Adds a node, or what is new to the one that is there already, and returns its id. */
  add(options: {
    /** What tells it from every other node. */
    path: readonly unknown[];
    step: TrafficStep;
    isKnown: boolean;
    evidence: readonly Evidence[];
    entryPoint?: EntryPoint;
  }): string {
    const { path, step, isKnown, evidence, entryPoint } = options;
    const id = JSON.stringify(path);
    const node = this.nodes.get(id) ?? {
      ...step,
      id,
      isKnown,
      entryPoints: [],
      evidence: [],
    };
    node.evidence.push(...evidence);
    if (entryPoint !== undefined) {
      node.entryPoints.push(entryPoint);
    }
    this.nodes.set(id, node);
    return id;
  }

  connect(edge: { from: string; to: string; kind: TrafficEdgeKind }): void {
    this.edges.set(JSON.stringify([edge.from, edge.to]), edge);
  }

  build(): TrafficGraph {
    const edges = [...this.edges.values()];
    const depths = new Map<string, number>();
    const depthOf = (id: string): number => {
      const known = depths.get(id);
      if (known !== undefined) {
        return known;
      }
      const before = edges.filter(edge => edge.to === id);
      const depth = Math.max(0, ...before.map(edge => depthOf(edge.from) + 1));
      depths.set(id, depth);
      return depth;
    };
    return {
      nodes: [...this.nodes.values()].sort(
        (first, second) => depthOf(first.id) - depthOf(second.id),
      ),
      edges,
    };
  }
}
