import { build, type PluginOption, type Rollup } from 'vite';

/** Where the program begins, relative to the project. */
export interface ChunkPlan {
  readonly root: string;
  /** What must be there before anything shows. */
  readonly entry: string;
  /** What is brought right after it; what several rooms share comes with it. */
  readonly work: string;
  /** By name, what stays by itself: large, seldom needed, or seldom changed. */
  readonly apart: Readonly<Record<string, RegExp>>;
}

/**
 * The file that each module goes into, so that a phone fetches all in few requests and the first
 * screen brings what it needs: `libraries` and `first` are the first screen, `work` is what follows
 * and what rooms share, with all style that is not the first screen's. What only one room uses is a
 * file with it. Told by a build for nothing but this, half a second long, since only the bundler
 * knows what of a room's index is used.
 */
export async function planChunks(
  plan: ChunkPlan,
  plugins: readonly PluginOption[],
): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    root: plan.root,
    configFile: false,
    mode: 'production',
    logLevel: 'silent',
    plugins: [...plugins],
    build: { write: false, minify: false },
  });
  const output = 'output' in result ? result.output : [];
  return nameModules(
    plan,
    output.flatMap((one) => (one.type === 'chunk' ? [one] : [])),
  );
}

type Chunk = Pick<Rollup.OutputChunk, 'fileName' | 'imports' | 'moduleIds' | 'isDynamicEntry'>;

/** The names of the files, by module, out of the files that an unplanned build makes. */
export function nameModules(
  { root, entry, work, apart }: ChunkPlan,
  chunks: readonly Chunk[],
): ReadonlyMap<string, string> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const modulesWith = (file: string): Set<string> => {
    const names = new Set<string>();
    for (const { fileName, moduleIds } of chunks) {
      if (moduleIds.includes(`${root}/${file}`)) names.add(fileName);
    }
    return loadedWith(byName, names);
  };
  const names = new Map<string, string>();
  for (const id of modulesWith(entry)) names.set(id, isLibrary(id) ? 'libraries' : 'first');
  for (const { moduleIds } of chunks) {
    for (const id of moduleIds) {
      const alone = Object.keys(apart).find((name) => apart[name]?.test(id));
      if (alone && !names.has(id)) names.set(id, alone);
      else if (id.endsWith('.css') && !names.has(id)) names.set(id, 'work');
    }
  }
  for (const id of modulesWith(work)) if (!names.has(id)) names.set(id, 'work');

  const rooms = new Map<string, number>();
  for (const { fileName, isDynamicEntry } of chunks) {
    if (!isDynamicEntry) continue;
    for (const id of loadedWith(byName, new Set([fileName]))) {
      rooms.set(id, (rooms.get(id) ?? 0) + 1);
    }
  }
  for (const [id, count] of rooms) if (count > 1 && !names.has(id)) names.set(id, 'work');
  return names;
}

function isLibrary(id: string): boolean {
  return id.includes('/node_modules/') || id.includes('rolldown/runtime');
}

/** The modules of these files and of all that come with them. */
function loadedWith(byName: ReadonlyMap<string, Chunk>, names: Set<string>): Set<string> {
  // a set that grows while it is gone through
  for (const name of names) for (const next of byName.get(name)?.imports ?? []) names.add(next);
  return new Set([...names].flatMap((name) => byName.get(name)?.moduleIds ?? []));
}
