/** The link that enrols a phone: the token stands behind the #, so no server's log ever sees it. */
export function enrolmentLink(origin: string, token: string): string {
  return `${origin}/enrol#${token}`;
}
