import { expect, test } from 'vitest';
import { nameModules } from '../../src/app/build/chunks.ts';

const plan = {
  root: '/village',
  entry: 'main.tsx',
  work: 'after.ts',
  apart: { templates: /\.json$/ },
};

/** What a build without a plan makes: the first screen, what follows it, and two rooms. */
const chunks = [
  {
    fileName: 'main.js',
    imports: ['react.js', 'button.js'],
    moduleIds: ['/village/main.tsx', '/village/first.module.css'],
    isDynamicEntry: false,
  },
  {
    fileName: 'react.js',
    imports: [],
    moduleIds: ['/node_modules/react/index.js'],
    isDynamicEntry: false,
  },
  { fileName: 'button.js', imports: [], moduleIds: ['/village/button.tsx'], isDynamicEntry: false },
  {
    fileName: 'after.js',
    imports: ['button.js', 'store.js'],
    moduleIds: ['/village/after.ts'],
    isDynamicEntry: true,
  },
  {
    fileName: 'store.js',
    imports: [],
    moduleIds: ['/village/store.ts', '/village/items.json'],
    isDynamicEntry: false,
  },
  {
    fileName: 'write.js',
    imports: ['store.js', 'dialog.js'],
    moduleIds: ['/village/edit.tsx', '/village/edit.module.css'],
    isDynamicEntry: true,
  },
  {
    fileName: 'notice.js',
    imports: ['button.js', 'dialog.js'],
    moduleIds: ['/village/notice.tsx'],
    isDynamicEntry: true,
  },
  { fileName: 'dialog.js', imports: [], moduleIds: ['/village/dialog.tsx'], isDynamicEntry: false },
];

test('首屏要的先来，几处合用的一起来，只有一处用的跟着那一处来', () => {
  expect(Object.fromEntries(nameModules(plan, chunks))).toEqual({
    '/village/main.tsx': 'first',
    '/village/first.module.css': 'first',
    '/village/button.tsx': 'first',
    '/node_modules/react/index.js': 'libraries',
    '/village/after.ts': 'work',
    '/village/store.ts': 'work',
    '/village/items.json': 'templates',
    '/village/dialog.tsx': 'work',
    '/village/edit.module.css': 'work',
  });
});
