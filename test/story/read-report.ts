import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Log } from 'sarif';
import { SaxesParser } from 'saxes';
import { visit } from 'unist-util-visit';
import type { ReporterName } from '../../linter/report/reporters.ts';

/** What a report says is wrong and new, as `rule file:line`; files from the top of the repository. */
export const newIn: Record<ReporterName, (text: string) => string[]> = {
  pretty: (text) =>
    [...text.matchAll(/^(\S+):(\d+):\d+ {2}error {2}.* {2}(\S+)$/gm)].map(([, file, line, rule]) =>
      named(rule!, `policies/${file}`, line!),
    ),
  json(text) {
    const { findings } = JSON.parse(text) as { findings: JsonFinding[] };
    return findings
      .filter((each) => each.new)
      .map(({ rule, file, start }) => named(rule, `policies/${file}`, start.line));
  },
  sarif(text) {
    const results = (JSON.parse(text) as Log).runs[0]!.results!;
    return results
      .filter(({ baselineState, suppressions }) => baselineState === 'new' && !suppressions?.length)
      .map(({ ruleId, locations }) => {
        const { artifactLocation, region } = locations![0]!.physicalLocation!;
        return named(ruleId!, decodeURIComponent(artifactLocation!.uri!), region!.startLine!);
      });
  },
  github: (text) =>
    [...text.matchAll(/^::error file=([^,]*),line=(\d+),.*?title=([^:,]*)::/gm)].map(([, file, line, rule]) =>
      named(rule!, file!, line!),
    ),
  gitlab: (text) =>
    (JSON.parse(text) as Quality[]).map(({ check_name, location }) =>
      named(check_name, location.path, location.lines.begin),
    ),
  junit(text) {
    const found: string[] = [];
    let open: Record<string, string> = {};
    elements(text, (name, attributes) => {
      if (name === 'testcase') open = attributes;
      if (name === 'failure') found.push(named(attributes.type!, open.file!, open.line!));
    });
    return found;
  },
  checkstyle(text) {
    const found: string[] = [];
    let file = '';
    elements(text, (name, { name: path, source, line, severity }) => {
      if (name === 'file') file = path!;
      if (name === 'error' && severity === 'error')
        found.push(named(source!.replace('loopbook.', ''), file, line!));
    });
    return found;
  },
  markdown(text) {
    const found: string[] = [];
    visit(remark().use(remarkGfm).parse(text), 'tableRow', (row) => {
      const [severity, place, , rule] = row.children.map(textOf);
      if (severity!.includes('error')) found.push(`${rule} ${place}`);
    });
    return found;
  },
};

interface JsonFinding {
  rule: string;
  file: string;
  start: { line: number };
  new: boolean;
}

interface Quality {
  check_name: string;
  location: { path: string; lines: { begin: number } };
}

// helpers

function named(rule: string, file: string, line: string | number): string {
  return `${rule} ${file}:${line}`;
}

function elements(text: string, visitor: (name: string, attributes: Record<string, string>) => void): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => visitor(name, attributes as Record<string, string>));
  parser.write(text).close();
}

function textOf(node: object): string {
  let text = '';
  visit(node as Parameters<typeof visit>[0], 'text', (each: { value: string }) => {
    text += each.value;
  });
  return text;
}
