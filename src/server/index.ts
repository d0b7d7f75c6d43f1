/**
 * The server: accounts, sync, ledger, public pages and the app's files, over embedded SQLite or
 * PostgreSQL. It promises that what it acknowledged is on disk, that nobody reads or changes what is
 * not in their charge, and that a refusal says why. `main.ts` starts it.
 */
export { type AppSetting, createApp } from './app.ts';
export { type Configuration, readConfiguration } from './configuration.ts';
export { DEMO_VILLAGE, inviteDemoPeople, makeDemo } from './demo/demo-village.ts';
export { EXAMPLE_NOTICE } from './demo/example-notice.ts';
export { verifyLedger } from './ledger/index.ts';
export { listen, type RunningServer } from './start.ts';
export { CannotStart, openStore } from './store-opening.ts';
