import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: { include: ['{app,biome,cli,components,content,db,jobs,lib}/**/*.test.{ts,tsx}'] },
})
