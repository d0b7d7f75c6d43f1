/** Why nothing is recorded. */
export type RecorderTrouble = 'denied' | 'no-microphone' | 'unsupported' | 'broken';

/**
 * What browsers record, the best to hear elsewhere first: AAC plays on every phone and loudspeaker,
 * Opus takes a quarter less. Bits a second, enough for one voice: 180 to 240 KB a minute.
 */
const KINDS = [
  { type: 'audio/mp4;codecs=mp4a.40.2', bits: 32_000 },
  { type: 'audio/webm;codecs=opus', bits: 24_000 },
  { type: 'audio/ogg;codecs=opus', bits: 24_000 },
  { type: 'audio/mp4', bits: 32_000 },
] as const;

/** A piece comes so often (milliseconds): no more than this is lost with a dead battery. */
const PIECE_MILLISECONDS = 1_000;

/** What a recorder tells whoever started it. */
export interface RecorderListener {
  /** `seconds` of sound when the piece ended, pauses left out. */
  readonly onPiece: (piece: Blob, seconds: number) => void;
  /** The last piece has come: asked for, or because the microphone was taken away. */
  readonly onEnd: () => void;
}

/** The microphone as a sound in pieces, which can rest and go on. */
export class SoundRecorder {
  readonly #recorder: MediaRecorder;
  readonly #stream: MediaStream;
  #seconds = 0;
  /** By the page's clock, in milliseconds; undefined while it rests. */
  #since: number | undefined = performance.now();

  private constructor(recorder: MediaRecorder, stream: MediaStream, listener: RecorderListener) {
    this.#recorder = recorder;
    this.#stream = stream;
    recorder.ondataavailable = ({ data }) => {
      if (data.size > 0) listener.onPiece(data, this.seconds);
    };
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      listener.onEnd();
    };
    // a call comes in, a plug is pulled: what has been said is kept
    for (const track of stream.getTracks()) track.onended = () => this.stop();
    recorder.start(PIECE_MILLISECONDS);
  }

  /** Asks for the microphone and begins; says why it cannot. */
  static async start(listener: RecorderListener): Promise<SoundRecorder | RecorderTrouble> {
    const kind = SoundRecorder.#kind();
    if (!kind || !navigator.mediaDevices) return 'unsupported';
    try {
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
      });
      const options = { mimeType: kind.type, audioBitsPerSecond: kind.bits };
      return new SoundRecorder(new MediaRecorder(stream, options), stream, listener);
    } catch (error) {
      return troubleOf(error);
    }
  }

  static #kind(): (typeof KINDS)[number] | undefined {
    if (typeof MediaRecorder === 'undefined') return undefined;
    return KINDS.find(({ type }) => MediaRecorder.isTypeSupported(type));
  }

  /** As the recorder names what it makes. */
  get type(): string {
    return this.#recorder.mimeType;
  }

  /** Of sound until now, pauses left out. */
  get seconds(): number {
    return (
      this.#seconds + (this.#since === undefined ? 0 : performance.now() - this.#since) / 1_000
    );
  }

  pause(): void {
    if (this.#recorder.state !== 'recording') return;
    this.#seconds = this.seconds;
    this.#since = undefined;
    this.#recorder.pause();
  }

  resume(): void {
    if (this.#recorder.state !== 'paused') return;
    this.#since = performance.now();
    this.#recorder.resume();
  }

  /** Ends it; the last piece and the end are told after this. */
  stop(): void {
    if (this.#recorder.state === 'inactive') return;
    this.#seconds = this.seconds;
    this.#since = undefined;
    this.#recorder.stop();
  }

  /** Ends it and tells nobody. */
  discard(): void {
    this.#recorder.ondataavailable = null;
    this.#recorder.onstop = null;
    this.stop();
    for (const track of this.#stream.getTracks()) track.stop();
  }

  /** How loud it is now, from 0 to 1, told again and again until the returned function is called. */
  watchLevel(tell: (level: number) => void): () => void {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(this.#stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      // samples rest at 128
      const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one - 128)), 0);
      tell(Math.min(1, loudest / 100));
    }, 150);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }
}

function troubleOf(error: unknown): RecorderTrouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' ? 'no-microphone' : 'broken';
}
