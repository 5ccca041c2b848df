import { chmodSync, mkdirSync } from 'node:fs'

/** Makes a folder, unless it is there, that PostgreSQL's user may enter even where root's umask closes new ones. */
export function makeOpenFolder(path: string): void {
  if (mkdirSync(path, { recursive: true })) chmodSync(path, 0o755)
}
