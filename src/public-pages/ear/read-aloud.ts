/**
 * The one script of the public pages, for the page that is listened to. It shows its buttons only
 * where the browser has a Chinese voice (most WebViews, WeChat's among them, have none) and reads
 * the passages one after another, marking the one that is read. It stands alone: its own text is
 * what browsers get, so it names nothing outside itself.
 */
function readAloud(): void {
  const panel = document.getElementById('listen');
  const passages = Array.from(document.querySelectorAll<HTMLElement>('[data-say]'));
  const speech = window.speechSynthesis;
  if (!panel || !speech || !window.SpeechSynthesisUtterance) return;

  let voice: SpeechSynthesisVoice | undefined;
  let at = 0;
  // counts what was begun, so that the end of something broken off leads nowhere
  let turn = 0;

  const button = (name: string) => panel.querySelector<HTMLElement>(`[data-do=${name}]`);
  const mark = (isReading: boolean) => {
    passages.forEach((passage, index) => {
      if (isReading && index === at) passage.setAttribute('aria-current', 'true');
      else passage.removeAttribute('aria-current');
    });
    const [play, pause] = [button('play'), button('pause')];
    if (play) play.hidden = isReading;
    if (pause) pause.hidden = !isReading;
  };
  const stop = () => {
    turn += 1;
    speech.cancel();
    mark(false);
  };
  const read = () => {
    const passage = passages[at];
    if (!passage) {
      at = 0;
      stop();
      return;
    }
    stop();
    const mine = turn;
    const words = new SpeechSynthesisUtterance(passage.getAttribute('data-say') ?? '');
    if (voice) words.voice = voice;
    words.lang = 'zh-CN';
    words.rate = Number(panel.querySelector('select')?.value ?? 1);
    words.onend = () => {
      if (mine !== turn) return;
      at += 1;
      read();
    };
    words.onerror = () => {
      if (mine === turn) stop();
    };
    mark(true);
    passage.scrollIntoView({ block: 'nearest' });
    speech.speak(words);
  };
  const go = (by: number) => {
    at = Math.max(0, Math.min(passages.length - 1, at + by));
    read();
  };
  const find = () => {
    const chinese = speech.getVoices().filter((one) => /^(zh|cmn)/i.test(one.lang));
    voice = chinese.find((one) => /CN|Hans/i.test(one.lang)) ?? chinese[0];
    panel.hidden = !voice;
    const lack = document.getElementById('no-voice');
    if (lack) lack.hidden = Boolean(voice);
  };

  button('play')?.addEventListener('click', read);
  button('pause')?.addEventListener('click', stop);
  button('back')?.addEventListener('click', () => go(-1));
  button('on')?.addEventListener('click', () => go(1));
  window.addEventListener('pagehide', stop);
  speech.addEventListener?.('voiceschanged', find);
  find();
}

/** The script as it is served. */
export const READ_ALOUD_SCRIPT = `(${readAloud.toString()})();\n`;
