import Dexie from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';

/** Gives Dexie a storage in memory, in whatever order the files of a test are loaded. */
Dexie.dependencies.indexedDB = indexedDB;
Dexie.dependencies.IDBKeyRange = IDBKeyRange;
