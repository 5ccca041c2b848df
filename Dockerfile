# Keypad runs its TypeScript as it is: there is nothing to build, only packages to fetch.
FROM node:24-slim AS packages
WORKDIR /keypad
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /keypad
COPY --from=packages /keypad/node_modules ./node_modules
COPY . .
USER node
EXPOSE 4300
# The worker: node worker/main.ts. Migrations: node keypad.ts migrate.
CMD ["node", "api/main.ts"]
