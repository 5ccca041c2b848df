import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./db/schema.ts', './db/people-schema.ts', './db/notice-schema.ts', './db/support-schema.ts'],
  out: './db/migrations',
})
