/** Settles when the user, or the system, asks the process to end. */
export function interrupted(): Promise<void> {
  return new Promise((stopped) => {
    process.once('SIGINT', () => stopped());
    process.once('SIGTERM', () => stopped());
  });
}
