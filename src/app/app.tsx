import { type ComponentType, lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { AppBadge } from './components/app-badge.tsx';
import { UpdateBar } from './components/update-bar.tsx';
import { useSession } from './hooks/use-device.ts';
import { HomePage } from './pages/home-page.tsx';
import { WelcomePage } from './pages/welcome-page.tsx';
import { allWords } from './words.ts';

const EnrolPage = page(() => import('./pages/enrol-page.tsx'));
const NewNoticePage = page(() => import('./pages/new-notice-page.tsx'));
const NoticePage = page(() => import('./pages/notice-page.tsx'));
const EditPage = page(() => import('./pages/edit-page.tsx'));
const ReviewPage = page(() => import('./pages/review-page.tsx'));
const PostingPage = page(() => import('./pages/posting-page.tsx'));
const RecordPage = page(() => import('./pages/record-page.tsx'));
const HistoryPage = page(() => import('./pages/history-page.tsx'));
const SupervisionPage = page(() => import('./pages/supervision-page.tsx'));
const ObjectionsPage = page(() => import('./pages/objections-page.tsx'));
const PosterPage = page(() => import('./pages/poster-page.tsx'));
const CheckPage = page(() => import('./pages/check-page.tsx'));
const CataloguePage = page(() => import('./pages/catalogue-page.tsx'));
const ItemPage = page(() => import('./pages/item-page.tsx'));
const HolidaysPage = page(() => import('./pages/catalogue-holidays-page.tsx'));
const CatalogueManagePage = page(() => import('./pages/catalogue-manage-page.tsx'));
const CatalogueImportPage = page(() => import('./pages/catalogue-import-page.tsx'));
const MePage = page(() => import('./pages/me-page.tsx'));
const PeoplePage = page(() => import('./pages/people-page.tsx'));
const DevicesPage = page(() => import('./pages/devices-page.tsx'));

/** A page that comes when it is first opened, and with it all words: the first ones say less. */
function page<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    const [loaded] = await Promise.all([load(), allWords()]);
    return loaded;
  });
}

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
