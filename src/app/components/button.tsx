import type { ButtonHTMLAttributes } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';

/** primary: the one next step of a page; secondary: another way; quiet: beside something else. */
type Weight = 'primary' | 'secondary' | 'quiet' | 'danger';

/** The look of a button, for a link that leads out of the app. */
export function buttonClass(weight: Weight, className?: string): string {
  return [styles['button'], styles[weight], className].filter(Boolean).join(' ');
}

export function Button({
  weight = 'primary',
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { weight?: Weight }) {
  return <button type="button" className={buttonClass(weight, className)} {...rest} />;
}

export function LinkButton({
  weight = 'primary',
  className,
  ...rest
}: LinkProps & { weight?: Weight }) {
  return <Link className={buttonClass(weight, className)} {...rest} />;
}
