import { Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { AppBadge } from './components/app-badge.tsx';
import { OpeningWords } from './components/opening-words.tsx';
import { SharedFileLaunch } from './components/shared-file-launch.tsx';
import { UpdateBar } from './components/update-bar.tsx';
import { useSession } from './hooks/use-device.ts';
import { HomePage } from './pages/home-page.tsx';
import { WelcomePage } from './pages/welcome-page.tsx';
import { whenNeeded } from './when-needed.ts';

const write = () => import('./rooms/write.ts');
const notice = () => import('./rooms/notice.ts');
const poster = () => import('./rooms/poster.ts');
const catalogue = () => import('./rooms/catalogue.ts');
const people = () => import('./rooms/people.ts');

const EnrolPage = whenNeeded(people, (room) => room.EnrolPage);
const NewNoticePage = whenNeeded(write, (room) => room.NewNoticePage);
const NoticesPage = whenNeeded(notice, (room) => room.NoticesPage);
const NoticePage = whenNeeded(notice, (room) => room.NoticePage);
const EditPage = whenNeeded(write, (room) => room.EditPage);
const ReviewPage = whenNeeded(notice, (room) => room.ReviewPage);
const PostingPage = whenNeeded(notice, (room) => room.PostingPage);
const RecordingPage = whenNeeded(notice, (room) => room.RecordingPage);
const RecordPage = whenNeeded(notice, (room) => room.RecordPage);
const HistoryPage = whenNeeded(notice, (room) => room.HistoryPage);
const SupervisionPage = whenNeeded(people, (room) => room.SupervisionPage);
const ObjectionsPage = whenNeeded(notice, (room) => room.ObjectionsPage);
const PosterPage = whenNeeded(poster, (room) => room.PosterPage);
const CheckPage = whenNeeded(notice, (room) => room.CheckPage);
const CataloguePage = whenNeeded(catalogue, (room) => room.CataloguePage);
const ItemPage = whenNeeded(catalogue, (room) => room.ItemPage);
const HolidaysPage = whenNeeded(catalogue, (room) => room.HolidaysPage);
const CatalogueManagePage = whenNeeded(catalogue, (room) => room.CatalogueManagePage);
const CatalogueImportPage = whenNeeded(catalogue, (room) => room.CatalogueImportPage);
const MePage = whenNeeded(people, (room) => room.MePage);
const PeoplePage = whenNeeded(people, (room) => room.PeoplePage);
const SettingsPage = whenNeeded(people, (room) => room.SettingsPage);
const SharedFilePage = whenNeeded(write, (room) => room.SharedFilePage);
const HelpPage = whenNeeded(people, (room) => room.HelpPage);
const UnknownPage = whenNeeded(people, (room) => room.UnknownPage);
const DevicesPage = whenNeeded(people, (room) => room.DevicesPage);

/** For whoever changes how things look; what is built to be shipped has neither page nor route. */
const GalleryPage =
  import.meta.env.MODE === 'production'
    ? undefined
    : whenNeeded(
        () => import('./gallery/gallery-page.tsx'),
        (room) => room.GalleryPage,
      );

/** Where people type what is not on the phone yet. */
const TYPED_ON =
  /\/(edit|review|posting|recording|objections|people|settings|manage|import|holidays)$/;

export function App() {
  const session = useSession();
  const { pathname } = useLocation();
  if (session === undefined) return null;
  return (
    <>
      <UpdateBar isEditing={TYPED_ON.test(pathname)} />
      {session && <AppBadge />}
      <SharedFileLaunch />
      <Suspense fallback={<OpeningWords />}>
        <Routes>
          {GalleryPage && <Route path="/gallery" element={<GalleryPage />} />}
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
                  <Route path="/settings" element={<SettingsPage session={session} />} />
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
