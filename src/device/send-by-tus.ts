/** What became of an attempt: `later` is tried again when signal returns. */
export type SendingOutcome = 'uploaded' | 'refused' | 'later';

/** Something large on its way, and where it goes. */
export interface TusParcel {
  readonly bytes: ArrayBuffer;
  readonly type: string;
  readonly endpoint: string;
  /** What the server is to know of it. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Where an upload that broke off goes on. */
  readonly uploadUrl?: string;
}

/** What one request carries: small enough to arrive between two gaps of a weak signal. */
const CHUNK_BYTES = 64 * 1024;

/**
 * Sends by the tus protocol (https://tus.io), in pieces, and tells how far it got and where it goes on
 * if it breaks off. The library is fetched when first needed.
 */
export async function sendByTus(
  { bytes, type, endpoint, metadata, uploadUrl }: TusParcel,
  tell: (progress: { readonly sent: number } | { readonly uploadUrl: string }) => void,
): Promise<SendingOutcome> {
  // it is not kept on the phone, since without signal there is nothing to send with it
  const tus = await import('./tus.ts').catch(() => undefined);
  if (!tus) return 'later';
  const { Upload, DetailedError } = tus;
  return new Promise((resolve) => {
    const upload = new Upload(new Blob([bytes], { type }), {
      endpoint,
      metadata: { ...metadata },
      chunkSize: CHUNK_BYTES,
      retryDelays: [1_000, 3_000],
      storeFingerprintForResuming: false,
      removeFingerprintOnSuccess: false,
      ...(uploadUrl ? { uploadUrl } : {}),
      onUploadUrlAvailable: () => {
        if (upload.url) tell({ uploadUrl: upload.url });
      },
      onChunkComplete: (_size, accepted) => tell({ sent: accepted }),
      onSuccess: () => resolve('uploaded'),
      onError: (error) => {
        const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : 0;
        // what the server will never take is not sent again; everything else may pass
        resolve(status && [400, 413, 415, 422].includes(status) ? 'refused' : 'later');
      },
    });
    upload.start();
  });
}
