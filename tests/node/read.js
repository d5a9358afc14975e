// Files on the command line: the schema of pages, pages in JSON, references in CSL-JSON.
// Out: what ajv has against the pages, and the references as citation.js reads them.
import { readFileSync } from 'node:fs'
import { Cite } from '@citation-js/core'
import Ajv2020 from 'ajv/dist/2020.js'

const [schema, pages, references] = process.argv.slice(2).map((name) => JSON.parse(readFileSync(name, 'utf8')))
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema)
const errors = pages.flatMap((page) => (validate(page) ? [] : validate.errors))
// citation.js keeps with each reference a copy of all that was read, as `_graph`.
const read = new Cite(references).data.map(({ _graph, ...reference }) => reference)
process.stdout.write(JSON.stringify({ errors, read }))
