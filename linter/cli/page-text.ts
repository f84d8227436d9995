import type { Language } from '../model/message.ts';
import { headings, optionsHeading, parsePage, verdicts } from '../rules/page.ts';

/** A rule's page as text in one language: prose, options, then what is wrong and right. */
export function pageText(source: string, language: Language): string {
  const page = parsePage(source);
  const parts = [`# ${page.id}`, page.summary[language]];
  for (const name of ['why', 'mend', 'except'] as const)
    parts.push(`## ${headings[name][language]}`, page[name][language]);
  if (page.options.length > 0) {
    const lines = page.options.map(({ name, text }) => `- ${name}: ${text[language]}`);
    parts.push(`## ${optionsHeading[language]}`, lines.join('\n'));
  }
  for (const { verdict, title, files, findings } of page.examples) {
    const colon = language === 'en' ? ': ' : '：';
    parts.push(`## ${verdicts[verdict][language]}${colon}${title[language]}`);
    for (const { path, text } of files) parts.push(`${path}\n\n${indent(text)}`);
    if (findings.length > 0) parts.push(findings.map(({ message }) => `→ ${message[language]}`).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

function indent(text: string): string {
  return text.trimEnd().replace(/^(?=.)/gm, '    ');
}
