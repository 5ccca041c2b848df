/**
 * Usernames as people type them: case, width and spaces around them make no difference.
 */

/** The one spelling under which a username is kept and found. */
export function readUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}
