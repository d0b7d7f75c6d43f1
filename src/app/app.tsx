import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { AppBadge } from './components/app-badge.tsx';
import { UpdateBar } from './components/update-bar.tsx';
import { useSession } from './hooks/use-device.ts';
import { HomePage } from './pages/home-page.tsx';
import { WelcomePage } from './pages/welcome-page.tsx';

const EnrolPage = lazy(() => import('./pages/enrol-page.tsx'));
const NewNoticePage = lazy(() => import('./pages/new-notice-page.tsx'));
const NoticePage = lazy(() => import('./pages/notice-page.tsx'));
const EditPage = lazy(() => import('./pages/edit-page.tsx'));
const ReviewPage = lazy(() => import('./pages/review-page.tsx'));
const PostingPage = lazy(() => import('./pages/posting-page.tsx'));
const RecordPage = lazy(() => import('./pages/record-page.tsx'));
const HistoryPage = lazy(() => import('./pages/history-page.tsx'));
const SupervisionPage = lazy(() => import('./pages/supervision-page.tsx'));
const ObjectionsPage = lazy(() => import('./pages/objections-page.tsx'));
const PosterPage = lazy(() => import('./pages/poster-page.tsx'));
const CheckPage = lazy(() => import('./pages/check-page.tsx'));
const CataloguePage = lazy(() => import('./pages/catalogue-page.tsx'));
const ItemPage = lazy(() => import('./pages/item-page.tsx'));
const HolidaysPage = lazy(() => import('./pages/catalogue-holidays-page.tsx'));
const CatalogueManagePage = lazy(() => import('./pages/catalogue-manage-page.tsx'));
const CatalogueImportPage = lazy(() => import('./pages/catalogue-import-page.tsx'));
const MePage = lazy(() => import('./pages/me-page.tsx'));
const PeoplePage = lazy(() => import('./pages/people-page.tsx'));
const DevicesPage = lazy(() => import('./pages/devices-page.tsx'));

export function App() {
  const session = useSession();
  const { pathname } = useLocation();
  if (session === undefined) return null;
  return (
    <>
      <UpdateBar isEditing={pathname.includes('/edit')} />
      {session && <AppBadge session={session} />}
      <Suspense>
        <Routes>
          <Route path="/enrol" element={<EnrolPage />} />
          {session === null ? (
            <Route path="*" element={<WelcomePage />} />
          ) : (
            <>
              <Route path="/" element={<HomePage session={session} />} />
              <Route path="/new" element={<NewNoticePage session={session} />} />
              <Route path="/n/:village/:code" element={<NoticePage session={session} />} />
              <Route path="/n/:village/:code/edit" element={<EditPage />} />
              <Route path="/n/:village/:code/review" element={<ReviewPage session={session} />} />
              <Route path="/n/:village/:code/poster" element={<PosterPage session={session} />} />
              <Route path="/n/:village/:code/posting" element={<PostingPage session={session} />} />
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
              <Route path="/supervision" element={<SupervisionPage />} />
              <Route path="/me" element={<MePage session={session} />} />
              <Route path="/devices" element={<DevicesPage session={session} />} />
              <Route path="*" element={<Navigate to="/" replace />} />
            </>
          )}
        </Routes>
      </Suspense>
    </>
  );
}
