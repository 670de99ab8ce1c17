#!/usr/bin/env node
// Here before the first build, so that installing the workspace can link it.
import '../dist/cli.js'
