const parts = new WeakMap<object, Map<string, string>>();

/** What is the same on every page in a setting, rendered for the first of them. */
export async function rendered(
  setting: object,
  part: string,
  render: () => Promise<string>,
): Promise<string> {
  const known = parts.get(setting) ?? new Map<string, string>();
  parts.set(setting, known);
  const html = known.get(part) ?? (await render());
  known.set(part, html);
  return html;
}
