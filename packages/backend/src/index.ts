import { createBackend } from '@backstage/backend-defaults';
import { demoCatalogModule } from './demo/catalogModule';
import { demoHistoryModule } from './demo/history/historyModule';
import { demoModule } from './demo/module';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-azure'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('backstage-plugin-aks-traffic-backend'));
backend.add(import('backstage-plugin-scaffolder-backend-module-aks-traffic'));
backend.add(demoCatalogModule);
backend.add(demoHistoryModule);
backend.add(demoModule);

backend.start();
