/** Upper bounds of the histogram's buckets, in seconds. */
const BOUNDS = [0.005, 0.025, 0.1, 0.5, 2.5, 10] as const;

interface Histogram {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/**
 * What this process has done, for Prometheus: requests by kind, method and status, and how long they
 * took. Labels come from short fixed lists, never from what somebody sent.
 */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #durations = new Map<string, Histogram>();
  readonly #startedAt: number;
  #pagesAtOnce = 0;
  #unchangedAtOnce = 0;

  /** `now` in milliseconds. */
  constructor(now: number) {
    this.#startedAt = now;
  }

  /** Notes an answered request; `seconds` from its arrival to its answer's first byte. */
  answered(path: string, method: string, status: number, seconds: number): void {
    const verb = method === 'GET' || method === 'POST' ? method : 'other';
    this.#add(kindOf(path), verb, status, seconds, 1);
  }

  /**
   * Notes a public page that was sent from memory in the same turn: two numbers and no more, since
   * such an answer takes less time than a histogram's bucket is found in.
   */
  answeredAtOnce(status: 200 | 304): void {
    if (status === 200) this.#pagesAtOnce += 1;
    else this.#unchangedAtOnce += 1;
  }

  /** Prometheus' text format, version 0.0.4. */
  text(now: number): string {
    this.#takeInAtOnce();
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    return [
      '# TYPE noticeboard_requests_total counter',
      ...[...this.#requests].map(
        ([labels, count]) => `noticeboard_requests_total{${labels}} ${count}`,
      ),
      '# TYPE noticeboard_request_seconds histogram',
      ...[...this.#durations].flatMap(([kind, histogram]) => histogramLines(kind, histogram)),
      '# TYPE noticeboard_resident_bytes gauge',
      `noticeboard_resident_bytes ${rss}`,
      '# TYPE noticeboard_heap_bytes gauge',
      `noticeboard_heap_bytes ${heapUsed}`,
      '# TYPE noticeboard_cpu_seconds_total counter',
      `noticeboard_cpu_seconds_total ${(user + system) / 1e6}`,
      '# TYPE noticeboard_up_seconds gauge',
      `noticeboard_up_seconds ${(now - this.#startedAt) / 1_000}`,
      '',
    ].join('\n');
  }

  #takeInAtOnce(): void {
    if (this.#pagesAtOnce > 0) this.#add('public', 'GET', 200, 0, this.#pagesAtOnce);
    if (this.#unchangedAtOnce > 0) this.#add('public', 'GET', 304, 0, this.#unchangedAtOnce);
    this.#pagesAtOnce = 0;
    this.#unchangedAtOnce = 0;
  }

  #add(kind: string, verb: string, status: number, seconds: number, times: number): void {
    const key = `kind="${kind}",method="${verb}",status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + times);

    const histogram = this.#durations.get(kind) ?? {
      buckets: BOUNDS.map(() => 0),
      sum: 0,
      count: 0,
    };
    this.#durations.set(kind, histogram);
    histogram.sum += seconds * times;
    histogram.count += times;
    BOUNDS.forEach((bound, index) => {
      if (seconds <= bound) histogram.buckets[index] = (histogram.buckets[index] ?? 0) + times;
    });
  }
}

function histogramLines(kind: string, { buckets, sum, count }: Histogram): string[] {
  const name = 'noticeboard_request_seconds';
  return [
    ...BOUNDS.map(
      (bound, index) => `${name}_bucket{kind="${kind}",le="${bound}"} ${buckets[index]}`,
    ),
    `${name}_bucket{kind="${kind}",le="+Inf"} ${count}`,
    `${name}_sum{kind="${kind}"} ${sum}`,
    `${name}_count{kind="${kind}"} ${count}`,
  ];
}

const API = ['sync', 'enrol', 'invitation', 'session', 'health', 'people', 'devices'];

/** What a path asks for, as one of a few words. */
export function kindOf(path: string): string {
  const [first = '', second = ''] = path.slice(1).toLowerCase().split('/');
  if (first === 'v') return 'public';
  if (first !== 'api') return 'app';
  return API.includes(second) ? second : 'api';
}
