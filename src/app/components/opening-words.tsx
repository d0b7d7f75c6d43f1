/** What the page said before the program ran; not there where it showed a picture of the last state. */
const words = document.querySelector('[data-opening]');

/** Leaves on the screen what stood there, until the first page can be drawn. */
export function OpeningWords() {
  return <div ref={(place) => place?.replaceChildren(...(words ? [words] : []))} />;
}
