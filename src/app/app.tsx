import { Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { AppBadge } from './components/app-badge.tsx';
import { SharedFileLaunch } from './components/shared-file-launch.tsx';
import { UpdateBar } from './components/update-bar.tsx';
import { useSession } from './hooks/use-device.ts';
import { HomePage } from './pages/home-page.tsx';
import { WelcomePage } from './pages/welcome-page.tsx';
import { whenNeeded } from './when-needed.ts';

const EnrolPage = whenNeeded(() => import('./pages/enrol-page.tsx'));
const NewNoticePage = whenNeeded(() => import('./pages/new-notice-page.tsx'));
const NoticesPage = whenNeeded(() => import('./pages/notices-page.tsx'));
const NoticePage = whenNeeded(() => import('./pages/notice-page.tsx'));
const EditPage = whenNeeded(() => import('./pages/edit-page.tsx'));
const ReviewPage = whenNeeded(() => import('./pages/review-page.tsx'));
const PostingPage = whenNeeded(() => import('./pages/posting-page.tsx'));
const RecordingPage = whenNeeded(() => import('./pages/recording-page.tsx'));
const RecordPage = whenNeeded(() => import('./pages/record-page.tsx'));
const HistoryPage = whenNeeded(() => import('./pages/history-page.tsx'));
const SupervisionPage = whenNeeded(() => import('./pages/supervision-page.tsx'));
const ObjectionsPage = whenNeeded(() => import('./pages/objections-page.tsx'));
const PosterPage = whenNeeded(() => import('./pages/poster-page.tsx'));
const CheckPage = whenNeeded(() => import('./pages/check-page.tsx'));
const CataloguePage = whenNeeded(() => import('./pages/catalogue-page.tsx'));
const ItemPage = whenNeeded(() => import('./pages/item-page.tsx'));
const HolidaysPage = whenNeeded(() => import('./pages/catalogue-holidays-page.tsx'));
const CatalogueManagePage = whenNeeded(() => import('./pages/catalogue-manage-page.tsx'));
const CatalogueImportPage = whenNeeded(() => import('./pages/catalogue-import-page.tsx'));
const MePage = whenNeeded(() => import('./pages/me-page.tsx'));
const PeoplePage = whenNeeded(() => import('./pages/people-page.tsx'));
const SharedFilePage = whenNeeded(() => import('./pages/shared-file-page.tsx'));
const HelpPage = whenNeeded(() => import('./pages/help-page.tsx'));
const UnknownPage = whenNeeded(() => import('./pages/unknown-page.tsx'));
const DevicesPage = whenNeeded(() => import('./pages/devices-page.tsx'));

/** Where people type what is not on the phone yet. */
const TYPED_ON = /\/(edit|review|posting|recording|objections|people|manage|import|holidays)$/;

export function App() {
  const session = useSession();
  const { pathname } = useLocation();
  if (session === undefined) return null;
  return (
    <>
      <UpdateBar isEditing={TYPED_ON.test(pathname)} />
      {session && <AppBadge />}
      <SharedFileLaunch />
      <Suspense>
        <Routes>
          <Route path="/enrol" element={<EnrolPage />} />
          <Route path="/help" element={<HelpPage />} />
          <Route path="/help/:topic" element={<HelpPage />} />
          <Route path="/v/*" element={<UnknownPage />} />
          {session === null ? (
            <Route path="*" element={<WelcomePage />} />
          ) : (
            <>
              <Route path="/" element={<HomePage session={session} />} />
              <Route path="/new" element={<NewNoticePage session={session} />} />
              <Route path="/notices" element={<NoticesPage session={session} />} />
              <Route path="/n/:village/:code" element={<NoticePage session={session} />} />
              <Route path="/n/:village/:code/edit" element={<EditPage />} />
              <Route path="/n/:village/:code/review" element={<ReviewPage session={session} />} />
              <Route path="/n/:village/:code/poster" element={<PosterPage session={session} />} />
              <Route path="/n/:village/:code/posting" element={<PostingPage session={session} />} />
              <Route
                path="/n/:village/:code/recording"
                element={<RecordingPage session={session} />}
              />
              <Route path="/n/:village/:code/record" element={<RecordPage session={session} />} />
              <Route path="/n/:village/:code/history" element={<HistoryPage session={session} />} />
              <Route
                path="/n/:village/:code/objections"
                element={<ObjectionsPage session={session} />}
              />
              <Route path="/check" element={<CheckPage session={session} />} />
              <Route path="/catalogue" element={<CataloguePage session={session} />} />
              <Route path="/catalogue/holidays" element={<HolidaysPage session={session} />} />
              <Route path="/catalogue/item" element={<ItemPage session={session} />} />
              {session.person.role === 'administrator' && (
                <>
                  <Route path="/catalogue/manage" element={<CatalogueManagePage />} />
                  <Route
                    path="/catalogue/import"
                    element={<CatalogueImportPage session={session} />}
                  />
                  <Route path="/people" element={<PeoplePage session={session} />} />
                </>
              )}
              <Route path="/shared" element={<SharedFilePage session={session} />} />
              <Route path="/supervision" element={<SupervisionPage />} />
              <Route path="/me" element={<MePage session={session} />} />
              <Route path="/devices" element={<DevicesPage session={session} />} />
              <Route path="*" element={<UnknownPage />} />
            </>
          )}
        </Routes>
      </Suspense>
    </>
  );
}
