import { readFileSync } from 'node:fs';
import { constants, createContext, Script } from 'node:vm';
import { KustoLibrary } from './KustoLibrary';

const FILES = ['bridge.min.js', 'Kusto.Language.Bridge.min.js'];

let loaded: KustoLibrary | undefined;

/**
 * Microsoft's parser and binder. It is written for a `<script>` tag and defines global names, so it gets a global
 * object of its own. Loading takes a good part of a second and 100 MB, which only who queries should pay.
 */
export function loadKusto(): KustoLibrary {
  if (!loaded) {
    const scope = createContext(constants.DONT_CONTEXTIFY);
    for (const file of FILES) {
      const filename = require.resolve(`@kusto/language-service-next/${file}`);
      new Script(readFileSync(filename, 'utf8'), { filename }).runInContext(
        scope,
      );
    }
    loaded = scope as unknown as KustoLibrary;
  }
  return loaded;
}
