import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** As long as browsers keep a cookie; each enrolled phone is renewed whenever it asks who it is. */
const DAYS = 400;

/** What the device's cookie is called; the prefix binds it to HTTPS (RFC 6265bis, 4.1.3.2). */
export function cookieName(isHttps: boolean): string {
  return isHttps ? '__Host-device' : 'device';
}

/** The device's token in a request; undefined where there is none. */
export function readDeviceCookie(context: Context, isHttps: boolean): string | undefined {
  return getCookie(context, cookieName(isHttps));
}

/** Gives the device its token, out of reach of scripts and of other sites. */
export function setDeviceCookie(context: Context, token: string, isHttps: boolean): void {
  setCookie(context, cookieName(isHttps), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps,
    maxAge: DAYS * 86_400,
  });
}
