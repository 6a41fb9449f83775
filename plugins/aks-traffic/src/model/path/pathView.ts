import {
  Controller,
  ObjectRef,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { EntryPointView } from '../entryPoints';
import { Support } from '../support';
import { Tone } from '../tone';
import { GraphPaths, graphPaths } from './graphPaths';
import { stepTone } from './stepTone';
import { trafficGraph, TrafficGraph, TrafficNode } from './trafficGraph';

/** A step of the path with what the rest of the report says about it. */
export interface StepView {
  node: TrafficNode;
  /** Of a controller: how long it is supported. */
  support?: Support;
  tone: Tone;
  /** The ways in that lead through it. */
  views: EntryPointView[];
}

/** Everything that the picture and the list of one Service's path need. */
export interface PathView {
  service: ServiceTraffic;
  graph: TrafficGraph;
  paths: GraphPaths;
  /** From left to right. */
  steps: StepView[];
  /** How many steps the longest way through the picture has. */
  columns: number;
}

/** Draws a Service's path and says how each step stands. */
export function pathView(options: {
  service: ServiceTraffic;
  controllers: readonly Controller[];
  workloads?: readonly ObjectRef[];
  /** Of the Service's entry points. */
  views: readonly EntryPointView[];
  /** Whether finding nothing about the Service means something. */
  isSettled: boolean;
}): PathView {
  const { service, controllers, workloads, views, isSettled } = options;
  const graph = trafficGraph({ service, controllers, workloads });
  const paths = graphPaths(graph);
  return {
    service,
    graph,
    paths,
    steps: graph.nodes.map(node => {
      const through = views.filter(({ entryPoint }) =>
        node.entryPoints.includes(entryPoint),
      );
      const support =
        node.stage === 'controller' ? through[0]?.support : undefined;
      return {
        node,
        support,
        tone: stepTone(node, { support, isSettled }),
        views: through,
      };
    }),
    columns: longest(paths.waysIn) + longest(paths.waysOut),
  };
}

function longest(ways: readonly (readonly unknown[])[]): number {
  return Math.max(0, ...ways.map(way => way.length));
}
