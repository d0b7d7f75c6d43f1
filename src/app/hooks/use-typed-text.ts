import {
  type ChangeEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type FindingKind, redactBeforeStorage, type TextContext } from '../../privacy/index.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

interface Typing {
  /** As it stands in the field. */
  readonly text: string;
  /** What the draft may still say of this field until it has followed. */
  readonly earlier: readonly string[];
}

export interface TypedText {
  /** What the field says; while somebody types, as it was when they began. */
  readonly text: string;
  readonly isTyping: boolean;
  readonly hasLeft: boolean;
  /** What was masked of what was typed, each kind once. */
  readonly masked: readonly FindingKind[];
  readonly field: RefObject<TextControl | null>;
  readonly control: {
    readonly ref: (field: TextControl | null) => void;
    readonly defaultValue: string;
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
 *
 * The field holds its text by itself, so that a key draws nothing but the field.
 */
export function useTypedText(
  value: string,
  context: TextContext,
  onChange: (text: string) => void,
  asRead: (text: string) => string = (text) => text,
): TypedText {
  const field = useRef<TextControl>(null);
  const [first] = useState(value);
  const typing = useRef<Typing>(undefined);
  /** Told when somebody begins to type and when they leave; undefined where the draft says it all. */
  const [seen, setSeen] = useState<{ readonly text: string; readonly isTyping: boolean }>();
  const [hasLeft, setLeft] = useState(false);
  const [masked, setMasked] = useState<readonly FindingKind[]>([]);
  const isOver = seen?.isTyping === false;

  const isStored = (text: string) => redactBeforeStorage(text, context).text === value;
  // with whatever the page around it draws, which a key is not
  useLayoutEffect(() => {
    const now = typing.current;
    if (now && (value === now.text || isStored(now.text))) {
      // all of it has come
      typing.current = isOver ? undefined : { ...now, earlier: [] };
    } else if (now && !now.earlier.includes(value) && !now.earlier.some(isStored)) {
      typing.current = undefined;
    }
    if (typing.current) return;
    setSeen(undefined);
    write(field.current, value);
  });

  const type = (text: string, isLeaving = false): void => {
    const now = typing.current;
    typing.current = { text, earlier: now ? [...now.earlier, now.text] : [value] };
    if (isLeaving) setSeen({ text, isTyping: false });
    // what is chosen rather than typed is told in words below
    else if (!seen?.isTyping || caretOf(field.current) === null) setSeen({ text, isTyping: true });
    onChange(text);
  };
  const tellMasked = (redacted: readonly { readonly kind: FindingKind }[]): void => {
    if (redacted.length === 0) return;
    setMasked((before) => [...new Set([...before, ...redacted.map(({ kind }) => kind)])]);
  };
  const typeMasking = (raw: string, caret: number | null): void => {
    const { text: clean, redacted } = redactBeforeStorage(
      raw,
      caret === null ? context : { ...context, caret },
    );
    tellMasked(redacted);
    write(field.current, clean);
    type(clean);
  };
  const change = ({ target, nativeEvent }: ChangeEvent<TextControl>): void => {
    const isComposing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
    if (isComposing) type(target.value);
    else typeMasking(target.value, caretOf(target));
  };
  const leave = (): void => {
    setLeft(true);
    if (!typing.current) return;
    const { text } = typing.current;
    const { text: clean, redacted } = redactBeforeStorage(text, context);
    tellMasked(redacted);
    const read = asRead(clean);
    if (read === text) {
      setSeen({ text, isTyping: false });
      return;
    }
    write(field.current, read);
    type(read, true);
  };

  return {
    text: seen?.text ?? value,
    isTyping: seen?.isTyping === true,
    hasLeft,
    masked,
    field,
    control: {
      ref: useCallback((element: TextControl | null) => {
        field.current = element;
      }, []),
      defaultValue: first,
      onChange: change,
      onCompositionEnd: ({ currentTarget }) =>
        typeMasking(currentTarget.value, caretOf(currentTarget)),
      onBlur: leave,
    },
  };
}

/** Writes only what the field does not say already: to write moves the caret. */
function write(field: TextControl | null, text: string): void {
  if (field && field.value !== text) field.value = text;
}

/** Null where a control, as one for dates, has no caret. */
function caretOf(control: TextControl | null): number | null {
  return control?.selectionStart ?? null;
}
