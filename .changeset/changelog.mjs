// A line of a changelog: what changed, and the commit. All packages have one version, so which of them depend on which is not told.
const COMMITS = 'https://github.com/helptally/helptally/commit'

export default {
  getReleaseLine({ summary, commit }) {
    const [first, ...more] = summary.trim().split(/\n\s*\n/).map((text) => text.replace(/\s*\n\s*/g, ' '))
    const source = commit ? ` ([${commit.slice(0, 7)}](${COMMITS}/${commit}))` : ''
    return [`- ${first}${source}`, ...more.map((text) => `  ${text}`)].join('\n\n')
  },

  getDependencyReleaseLine: () => '',
}
