/** Groups in the order in which their first members stand. */
export function groupedBy<Member>(
  members: readonly Member[],
  key: (member: Member) => string,
): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const group = groups.get(key(member));
    if (group) group.push(member);
    else groups.set(key(member), [member]);
  }
  return groups;
}
