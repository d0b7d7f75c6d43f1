import { FACE_FAMILIES, FACE_WEIGHTS } from './faces.ts';
import {
  type ClosingLayout,
  type ContactsLayout,
  contactsTitleHeight,
  MM_PER_POINT,
  type SignatureLayout,
  type TypeScale,
} from './layout/index.ts';
import { numbered } from './numbered.ts';
import { TextLines } from './text-lines.tsx';
import type { PosterWords } from './words.ts';

/** Telephones, signers with the date, and the empty place for the seal. */
export function ClosingBlock(props: {
  closing: ClosingLayout;
  scale: TypeScale;
  kind: 'publicity' | 'announcement';
  words: PosterWords;
  top: number;
  left: number;
}) {
  const { closing, scale, kind, words, top, left } = props;
  return (
    <div className="sheet-closing" style={{ top: `${top}mm`, left: `${left}mm` }}>
      {closing.contacts.items.length > 0 && (
        <Contacts
          contacts={closing.contacts}
          scale={scale}
          title={words(`poster.contacts.${kind}`)}
        />
      )}
      {numbered(closing.signatures).map(({ key, item }) => (
        <Signature key={key} signature={item} scale={scale} words={words} />
      ))}
    </div>
  );
}

function Contacts(props: { contacts: ContactsLayout; scale: TypeScale; title: string }) {
  const { contacts, scale, title } = props;
  const titleHeight = contactsTitleHeight(scale);
  return (
    <div
      className="sheet-contacts"
      style={{ left: `${contacts.left}mm`, width: `${contacts.width}mm` }}
    >
      <p
        style={{
          fontFamily: FACE_FAMILIES.strong,
          fontWeight: FACE_WEIGHTS.strong,
          fontSize: `${scale.labelPt + 1}pt`,
          height: `${titleHeight}mm`,
        }}
      >
        {title}
      </p>
      <ul style={{ gridTemplateColumns: `repeat(${contacts.columns}, 1fr)` }}>
        {numbered(contacts.items).map(({ key, item }) => (
          <li key={key} style={{ height: `${item.height}mm` }}>
            <span
              className="sheet-contact-label"
              style={{
                fontFamily: FACE_FAMILIES.text,
                fontSize: `${scale.labelPt}pt`,
                lineHeight: `${scale.labelPt * 1.35 * MM_PER_POINT}mm`,
              }}
            >
              <TextLines lines={item.label} />
            </span>
            <strong
              style={{
                fontFamily: FACE_FAMILIES.strong,
                fontSize: `${scale.numberPt}pt`,
                lineHeight: `${scale.numberPt * 1.2 * MM_PER_POINT}mm`,
              }}
            >
              <TextLines lines={item.number} />
            </strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Signature(props: { signature: SignatureLayout; scale: TypeScale; words: PosterWords }) {
  const { signature, scale, words } = props;
  return (
    <div
      className="sheet-signature"
      style={{
        left: `${signature.left}mm`,
        top: `${signature.top}mm`,
        width: `${signature.width}mm`,
        height: `${signature.height}mm`,
        fontFamily: FACE_FAMILIES.text,
        fontSize: `${scale.bodyPt}pt`,
        lineHeight: `${scale.bodyPt * 1.4 * MM_PER_POINT}mm`,
      }}
    >
      <p>
        <TextLines lines={signature.signer} />
      </p>
      <p>{signature.date}</p>
      <p className="sheet-seal-place">{words('poster.sealPlace')}</p>
    </div>
  );
}
