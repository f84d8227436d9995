import { securityPolicy } from '../security.ts';

/** What a server should say with every file, whatever it is. */
const always = {
  'Content-Security-Policy': securityPolicy("frame-ancestors 'none'"),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

const forever = 'public, max-age=31536000, immutable';
const afresh = 'no-cache';

/** The file `_headers`, which Netlify and Cloudflare Pages read. Base with a slash at both ends. */
export function staticHostHeaders(base: string): string {
  const lines = Object.entries(always).map(([name, value]) => `  ${name}: ${value}`);
  return [
    `${base}*`,
    ...lines,
    `${base}_assets/*`,
    `  Cache-Control: ${forever}`,
    `${base}sw.js`,
    `  Cache-Control: ${afresh}`,
    '',
  ].join('\n');
}

/**
 * Locations for nginx, to be included in a `server` block whose `root` is the folder above the base path.
 * Headers are repeated in each: nginx forgets those of the outer block where an inner one adds its own.
 */
export function nginxHeaders(base: string): string {
  const lines = Object.entries(always).map(([name, value]) => `  add_header ${name} "${value}" always;`);
  const location = (path: string, ...more: string[]) => [
    `location ${path} {`,
    ...lines,
    ...more.map((each) => `  ${each}`),
    '}',
  ];
  return [
    ...location(
      base,
      'index index.html;',
      'charset utf-8;',
      'charset_types text/css text/markdown text/plain text/xml application/javascript application/json;',
      `error_page 404 ${base}404.html;`,
    ),
    ...location('~ \\.md$', 'default_type text/markdown;', 'charset utf-8;', 'charset_types text/markdown;'),
    ...location(`${base}_assets/`, `add_header Cache-Control "${forever}" always;`),
    ...location(`= ${base}sw.js`, `add_header Cache-Control "${afresh}" always;`),
    '',
  ].join('\n');
}
