// The shapes of the services' interfaces, made anew from their documents at each build and never kept.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const into = 'src/main/web/api/generated'
await mkdir(into, { recursive: true })
for (const service of ['customer', 'inventory', 'deal', 'approval', 'commission', 'reporting']) {
  const document = JSON.parse(await readFile(`../docs/api/${service}-service.json`, 'utf8'))
  await writeFile(`${into}/${service}.ts`, astToString(await openapiTS(document)))
}
