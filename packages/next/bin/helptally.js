#!/usr/bin/env node
// The command of @helptally/server. Not every package manager links the commands of what a dependency depends on.
import '@helptally/server/cli'
