/**
 * What pages may load, and from where: everything from here, nothing inline, so that no hash is needed. The
 * search engine is WebAssembly.
 *
 * @param more directives that only a server may give
 */
export function securityPolicy(...more: string[]): string {
  return [
    "default-src 'none'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    ...more,
  ].join('; ');
}
