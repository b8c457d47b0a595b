import editor from 'monaco-editor/esm/vs/editor/editor.worker.js?entry'
import json from 'monaco-editor/esm/vs/language/json/json.worker.js?entry'
import graphql from 'monaco-graphql/esm/graphql.worker.js?entry'

const urls: Readonly<Record<string, string>> = { json, graphql }

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_id: string, label: string) => new Worker(urls[label] ?? editor, { type: 'module' }),
  },
})
