// Files on the command line: the schema of pages, pages in JSON, references in CSL-JSON.
// Out: what ajv has against the pages, and the references as citation.js reads them and as it renders them.
import { readFileSync } from 'node:fs'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-csl'
import Ajv2020 from 'ajv/dist/2020.js'

const [schema, pages, references] = process.argv.slice(2).map((name) => JSON.parse(readFileSync(name, 'utf8')))
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema)
const errors = pages.flatMap((page) => (validate(page) ? [] : validate.errors))
const read = new Cite(references).data
const few = new Cite(references.slice(0, 40)) // its processor is slow
const rendered = few.format('bibliography', { template: 'apa', asEntryArray: true })
process.stdout.write(JSON.stringify({ errors, read, rendered: Object.fromEntries(rendered) }))
