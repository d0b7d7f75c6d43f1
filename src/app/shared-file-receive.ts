import { SHARED_PATH, type SharedFileStore, type SharedTrouble } from './shared-file-store.ts';

/**
 * Takes in what another app shared (https://w3c.github.io/web-share-target/level-2/), with or
 * without signal, and leads to the page where a person says what becomes of it. Files come before
 * texts: an app that shares a file often adds a sentence. Never rejects for what a form can hold.
 */
export async function receiveShare(request: Request, store: SharedFileStore): Promise<Response> {
  const trouble = await keepAll(request, store);
  const target = new URL(SHARED_PATH, request.url);
  if (trouble) target.searchParams.set('trouble', trouble);
  // 'see other': going back or loading anew does not share once more
  return Response.redirect(target.href, 303);
}

async function keepAll(
  request: Request,
  store: SharedFileStore,
): Promise<SharedTrouble | undefined> {
  const form = await request.formData().catch(() => undefined);
  if (!form) return 'unreadable';
  const files = form.getAll('files').filter((one) => typeof one !== 'string' && one.size > 0);
  const text = form.get('text');
  const shared =
    files.length > 0
      ? files
      : typeof text === 'string' && text.trim() !== ''
        ? [new File([text], '')]
        : [];
  if (shared.length === 0) return 'nothing';
  let trouble: SharedTrouble | undefined;
  for (const file of shared) {
    if (typeof file !== 'string') trouble = (await store.keep(file, file.name)) ?? trouble;
  }
  return trouble;
}
