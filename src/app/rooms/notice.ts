/** Where a written notice is looked at, decided on and proved. One file, fetched when the first of its pages is opened. */

export { default as CheckPage } from '../pages/check-page.tsx';
export { default as HistoryPage } from '../pages/history-page.tsx';
export { default as NoticePage } from '../pages/notice-page.tsx';
export { default as NoticesPage } from '../pages/notices-page.tsx';
export { default as ObjectionsPage } from '../pages/objections-page.tsx';
export { default as PostingPage } from '../pages/posting-page.tsx';
export { default as RecordPage } from '../pages/record-page.tsx';
export { default as RecordingPage } from '../pages/recording-page.tsx';
export { default as ReviewPage } from '../pages/review-page.tsx';
