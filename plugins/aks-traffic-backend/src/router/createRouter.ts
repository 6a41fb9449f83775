import {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { ListService } from '../service/lists/ListService';
import { PatternService } from '../service/patterns/PatternService';
import { WaiverService } from '../service/waivers/WaiverService';
import { TrafficService } from '../service/TrafficService';
import { addClusterRoutes } from './addClusterRoutes';
import { addEntityRoutes } from './addEntityRoutes';
import { addExportRoutes } from './addExportRoutes';
import { addListRoutes } from './addListRoutes';
import { addOpenApiRoute } from './addOpenApiRoute';
import { addPatternRoutes } from './addPatternRoutes';
import { addWaiverRoutes } from './addWaiverRoutes';

/** What the routes need. */
export interface RouterOptions {
  service: TrafficService;
  lists: ListService;
  waivers: WaiverService;
  patterns: PatternService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
  /** The contract as JSON. */
  openApi: object;
}

/** The REST API, version 1. Routes parse, call the service and answer; they decide nothing. */
export function createRouter(options: RouterOptions): express.Router {
  const router = Router();
  addEntityRoutes(router, options);
  addClusterRoutes(router, options);
  addListRoutes(router, options);
  addExportRoutes(router, options);
  addWaiverRoutes(router, options);
  addPatternRoutes(router, options);
  addOpenApiRoute(router, options);
  return router;
}
