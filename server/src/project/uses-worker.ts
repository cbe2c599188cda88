import { parentPort, workerData } from 'node:worker_threads'
import { createUses } from './follow-uses.js'
import type { UsesRequest } from './follow-uses-aside.js'
import { createTextReader } from './read-files.js'
import { createModuleResolver } from './resolve-module.js'

// Runs in a thread of its own and answers one question: what uses what a plan renames.
const { plan, modules, ...request } = workerData as UsesRequest
const readText = createTextReader(request.root, request)
const resolveModule = createModuleResolver({ ...modules, files: request.files, readText })
const uses = createUses({ ...request, workspace: { ...request, world: { resolveModule } } })
parentPort?.postMessage(await uses.follow(plan, () => undefined))
