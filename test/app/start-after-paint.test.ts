import { expect, test } from 'vitest';
import { startedBy } from '../../src/app/build/start-after-paint.ts';

const PAGE = `<head>
    <script type="module" crossorigin src="/assets/libraries-1.js"></script>
    <script type="module" crossorigin src="/assets/first-1.js"></script>
    <link rel="stylesheet" crossorigin href="/assets/first-1.css">
</head>`;

test('程序照旧先取来，只是等页面画出来以后才由小程序发动', () => {
  expect(startedBy(PAGE, 'assets/start-1.js')).toBe(`<head>
    <script type="module" crossorigin src="/assets/start-1.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/libraries-1.js">
    <link rel="modulepreload" crossorigin href="/assets/first-1.js">
    <link rel="stylesheet" crossorigin href="/assets/first-1.css">
</head>`);
});
