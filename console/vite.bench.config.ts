import base from './vite.config.ts'

// npx vite build --config vite.bench.config.ts: the page of src/bench, for whoever measures it in a browser.
export default { ...base, root: 'src/bench/web', base: './', build: { ...base.build, outDir: '../../../target/bench' } }
