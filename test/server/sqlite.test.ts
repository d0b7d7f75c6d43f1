import { conformance } from './conformance/index.ts';
import { sqliteEngine } from './harness/engine.ts';

conformance(sqliteEngine);
