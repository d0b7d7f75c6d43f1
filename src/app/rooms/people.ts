/** Where people and phones are, with what helps them to begin. One file, fetched when the first of its pages is opened. */

export { default as InstallHint } from '../components/install-hint.tsx';
export { default as InstallWechat } from '../components/install-wechat.tsx';
export { default as TourCards } from '../components/tour-cards.tsx';
export { default as DevicesPage } from '../pages/devices-page.tsx';
export { default as EnrolPage } from '../pages/enrol-page.tsx';
export { default as HelpPage } from '../pages/help-page.tsx';
export { default as LostStorePage } from '../pages/lost-store-page.tsx';
export { default as MePage } from '../pages/me-page.tsx';
export { default as OverseerHome } from '../pages/overseer-home.tsx';
export { default as PeoplePage } from '../pages/people-page.tsx';
export { default as SettingsPage } from '../pages/settings-page.tsx';
export { default as SupervisionPage } from '../pages/supervision-page.tsx';
export { default as UnknownPage } from '../pages/unknown-page.tsx';
