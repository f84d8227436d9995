import type { AstroUserConfig } from 'astro';

/** Everything from here, nothing inline without its hash. The search engine is WebAssembly. */
export const contentSecurityPolicy = {
  directives: [
    "default-src 'none'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ],
  scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
  styleDirective: { resources: ["'self'"] },
} satisfies NonNullable<AstroUserConfig['security']>['csp'];
