/** One notice as supervision looks at it: dates and states, no content. */
export interface NoticeFacts {
  readonly village: string;
  readonly code: string;
  readonly item: string;
  readonly title: string;
  readonly stage: 'draft' | 'submitted' | 'settled';
  readonly standing: 'unpublished' | 'published' | 'withdrawn' | 'closed';
  /** The day from which the time limit runs (YYYY-MM-DD); absent while nobody has said so. */
  readonly deadlineStart?: string | undefined;
  /** Instants of the first publication and of the first hanging. */
  readonly publishedAt?: string | undefined;
  readonly hungAt?: string | undefined;
  readonly createdAt: string;
}
