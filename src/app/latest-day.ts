/** As `max` of a native date field, it keeps years of five or six digits from being typed. */
export const LATEST_DAY = '9999-12-31';
