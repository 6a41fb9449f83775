/**
 * The command-line tool of AKS Traffic. Loading this module runs it.
 *
 * @packageDocumentation
 */

import './main';
