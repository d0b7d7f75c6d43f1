import { type ChangeEvent, useState } from 'react';
import { type FindingKind, redactBeforeStorage, type TextContext } from '../../privacy/index.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

interface Typing {
  /** As it stands in the field. */
  readonly text: string;
  /** As it is stored. */
  readonly stored: string;
  /** What the draft may still say of this field until it has followed. */
  readonly earlier: readonly string[];
  /** The person has left, and the draft has yet to follow. */
  readonly isOver: boolean;
}

export interface TypedText {
  /** What the field shows. */
  readonly text: string;
  readonly isTyping: boolean;
  readonly hasLeft: boolean;
  /** What was masked of what was typed. */
  readonly masked: FindingKind | undefined;
  readonly control: {
    readonly onChange: (event: ChangeEvent<TextControl>) => void;
    readonly onCompositionEnd: (event: { readonly currentTarget: TextControl }) => void;
    readonly onBlur: () => void;
  };
}

/**
 * The text that a person is writing in one field. It stays under their hands as they typed it until
 * they leave the field, while the draft and the store hold it with forbidden numbers masked: half a
 * number may look like another, and nothing may cut an input method short. A complete ID number is
 * masked in the field at once. When they leave, the text becomes what `asRead` reads in it. The draft
 * may follow later. What somebody else wrote into the same
 * place meanwhile is shown.
 */
export function useTypedText(
  value: string,
  context: TextContext,
  onChange: (text: string) => void,
  asRead: (text: string) => string = (text) => text,
): TypedText {
  const [typing, setTyping] = useState<Typing>();
  const [hasLeft, setLeft] = useState(false);
  const [masked, setMasked] = useState<FindingKind>();
  const now = typing && following(typing, value);
  if (now !== typing) setTyping(now);
  const text = now ? now.text : value;

  const type = (next: string, isOver = false): void => {
    const earlier = now ? [...now.earlier, now.text, now.stored] : [value];
    setTyping({ text: next, stored: redactBeforeStorage(next, context).text, earlier, isOver });
    onChange(next);
  };
  const typeMasking = (raw: string, caret: number | null): void => {
    const { text: clean, redacted } = redactBeforeStorage(
      raw,
      caret === null ? context : { ...context, caret },
    );
    if (redacted[0]) setMasked(redacted[0].kind);
    type(clean);
  };
  const change = ({ target, nativeEvent }: ChangeEvent<TextControl>): void => {
    const isComposing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
    if (isComposing) type(target.value);
    else typeMasking(target.value, caretOf(target));
  };
  const leave = (): void => {
    setLeft(true);
    if (!now) return;
    const { text: clean, redacted } = redactBeforeStorage(text, context);
    if (redacted[0]) setMasked(redacted[0].kind);
    const read = asRead(clean);
    if (read === text) setTyping({ ...now, isOver: true });
    else type(read, true);
  };

  return {
    text,
    isTyping: now !== undefined && !now.isOver,
    hasLeft,
    masked,
    control: {
      onChange: change,
      onCompositionEnd: ({ currentTarget }) =>
        typeMasking(currentTarget.value, caretOf(currentTarget)),
      onBlur: leave,
    },
  };
}

/** Null where a control, as one for dates, has no caret. */
function caretOf(control: TextControl): number | null {
  return control.selectionStart;
}

/** What is left of the typing now that the draft says `value`; undefined once it has all come. */
function following(typing: Typing, value: string): Typing | undefined {
  if (value === typing.text || value === typing.stored) {
    if (typing.isOver) return undefined;
    return typing.earlier.length > 0 ? { ...typing, earlier: [] } : typing;
  }
  return typing.earlier.includes(value) ? typing : undefined;
}
