// mcp.mjs DREAMCTL PROFILE: calls every tool through the Inspector, each time as a new conversation,
// and holds what comes back against what has to. The Inspector validates results by their schemas.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [dreamctl, profile] = process.argv.slice(2);
const inspector = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/.bin/mcp-inspector');
let passed = 0, failed = 0;

function check(name, isKept, shown) {
    isKept ? ++passed : ++failed;
    console.log(`${isKept ? 'ok' : 'not ok'} ${name}`, isKept ? '' : shown);
}

function inspect(...words) {
    const run = spawnSync(process.execPath, [inspector, '--cli', dreamctl, '--profile', profile,
        'mcp', '--quiet', '--format', 'json', ...words], { encoding: 'utf8', timeout: 120_000 });
    let said = null;
    try {
        said = JSON.parse(run.stdout);
    } catch {
        said = { output: run.stdout, errors: run.stderr };
    }
    return { code: run.status, said: said.result ?? said };
}

function call(name, given) {
    const { code, said } = inspect('--method', 'tools/call', '--tool-name', name,
        '--tool-args-json', JSON.stringify(given));
    return { code, said, found: said.structuredContent ?? {}, isError: said.isError };
}

const listed = inspect('--method', 'tools/list', '--strict');
check('five tools, no fault in their schemas', listed.code === 0
    && listed.said.tools?.length === 5, listed);
const text = 'A garden on the roof. Rain barrels feed the beans.';
const dream = call('submit_dream', { text, title: 'Roof', tags: ['roof'], wait: 60 });
check('submit_dream', dream.found.isDone && dream.found.state === 'understood', dream);
const id = dream.found.id;
const results = call('dream_results', { id });
check('dream_results', results.found.artefacts?.length > 10, results);
const body = call('dream_results', { id, content: results.found.body });
check('dream_results, one content', body.found.content === text, body);
const found = call('search', { text: 'barrels', limit: 5 });
check('search', found.found.dreams?.[0]?.id === id, found);
const run = call('run_capability', { capability: 'tag-text', agent: 'lucid', dream: id });
check('run_capability', run.found.receipts?.[0]?.outcome === 'done', run);
const verdict = call('verify_receipt', { id });
check('verify_receipt', verdict.found.good && verdict.found.signerKnown
    && verdict.found.facts === verdict.found.receipts, verdict);
const refused = call('run_capability', { capability: 'fly', dream: id });
check('a refusal is a result with its code', refused.isError
    && refused.found.refusal?.code === 'superspine.unknownCapability', refused);
const bad = call('search', { text: '' });
check('so are arguments that do not fit', bad.isError
    && bad.found.refusal?.code === 'mcp.badArguments', bad);
const unknown = call('walk', {});
check('a tool that is not there is an error', unknown.code !== 0, unknown);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
