import { TrafficEdge, TrafficGraph, TrafficNode } from './trafficGraph';

/** A step of a way, and how traffic gets to it from the step before. */
export interface PathStep {
  node: TrafficNode;
  /** Absent for the first step. */
  reached?: TrafficEdge['kind'];
}

/** The picture in words: each way from one end to the other, in order. */
export interface GraphPaths {
  /** From the client to the Service. */
  waysIn: PathStep[][];
  /** From the workload to what the internet sees, or to what is beside that way: a proxy or a private endpoint. */
  waysOut: PathStep[][];
}

/** Takes the picture apart into its ways. */
export function graphPaths(graph: TrafficGraph): GraphPaths {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]));
  const before = groupBy(graph.edges, edge => edge.to);
  const after = groupBy(graph.edges, edge => edge.from);
  const service = graph.nodes.find(node => node.stage === 'service');
  const workload = graph.nodes.find(node => node.stage === 'workload');
  return {
    waysIn: service
      ? walk({ start: service, edges: before, end: 'from', nodes }).map(toWayIn)
      : [],
    waysOut: workload
      ? walk({ start: workload, edges: after, end: 'to', nodes })
      : [],
  };
}

function walk(options: {
  start: TrafficNode;
  edges: ReadonlyMap<string, TrafficEdge[]>;
  end: 'from' | 'to';
  nodes: ReadonlyMap<string, TrafficNode>;
}): PathStep[][] {
  const { edges, end, nodes } = options;
  function from(step: PathStep): PathStep[][] {
    const further = (edges.get(step.node.id) ?? []).flatMap(edge => {
      const node = nodes.get(edge[end]);
      return node === undefined ? [] : [{ node, reached: edge.kind }];
    });
    return further.length === 0
      ? [[step]]
      : further.flatMap(next => from(next).map(rest => [step, ...rest]));
  }
  return from({ node: options.start });
}

/** Turns a way that was walked backwards round: an edge then leads to the step that it was walked from. */
function toWayIn(walked: PathStep[]): PathStep[] {
  return walked
    .map(({ node }, index) => ({ node, reached: walked[index + 1]?.reached }))
    .reverse();
}

function groupBy(
  edges: readonly TrafficEdge[],
  keyOf: (edge: TrafficEdge) => string,
): Map<string, TrafficEdge[]> {
  const groups = new Map<string, TrafficEdge[]>();
  for (const edge of edges) {
    groups.set(keyOf(edge), [...(groups.get(keyOf(edge)) ?? []), edge]);
  }
  return groups;
}
