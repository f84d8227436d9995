/** Things of each file, files in the order in which they first come. */
export function byFile<Each extends { file: string }>(list: readonly Each[]): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of list) {
    const group = groups.get(each.file);
    if (group) group.push(each);
    else groups.set(each.file, [each]);
  }
  return groups;
}
