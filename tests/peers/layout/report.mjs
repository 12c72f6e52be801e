// Reads the recorded turns of tests/peers/layout/run: prints the newest pair, or the medians of all
// with their goals and saves them. Measures nothing.
//   node report.mjs pair RECORD | save RECORD FIGURES
import {readFileSync, writeFileSync} from 'node:fs';
import {cpus, totalmem} from 'node:os';

const GOAL = 8;
const [verb, record, path] = process.argv.slice(2);
const turns = readFileSync(record, 'utf8').trim().split('\n').map(line => JSON.parse(line));
const rounded = value => Number(value.toPrecision(4));

function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// Of one pair on one graph: ours (with its start spread over the steps) and the faster peer.
function contest(pair, graph) {
    const own = turns.filter(turn => turn.pair === pair && turn.graph === graph);
    const ours = own.find(turn => turn.figure.name === 'ours');
    const peers = own.filter(turn => turn.figure.name !== 'ours');
    if (!ours || peers.length < 2) { return undefined; }
    const fastest = Math.min(...peers.map(turn => turn.figure.stepMs));
    return {ratio: fastest / ours.figure.withStartMs, ours, peers};
}

function said(graph, {ratio, ours, peers}) {
    const list = peers.map(({figure, judged}) =>
        `${figure.name} ${rounded(figure.stepMs)} ms stress ${rounded(judged.stress)}`).join(', ');
    return `${graph}: ours ${rounded(ours.figure.withStartMs)} ms a step (with start) stress `
        + `${rounded(ours.judged.stress)}; ${list}; ${rounded(ratio)}x the faster`;
}

function save() {
    const graphs = [...new Set(turns.map(turn => turn.graph))];
    const pairs = [...new Set(turns.map(turn => turn.pair))];
    let passed = 0;
    const contests = {};
    for (const graph of graphs) {
        const met = pairs.map(pair => contest(pair, graph)).filter(Boolean);
        const of = name => turns.filter(turn => turn.graph === graph && turn.figure.name === name);
        const programs = Object.fromEntries(['ours', 'forceatlas2', 'ngraph'].map(name => [name, {
            stepMs: rounded(median(of(name).map(turn => turn.figure.withStartMs ?? turn.figure.stepMs))),
            stress: rounded(median(of(name).map(turn => turn.judged.stress)))}]));
        const ratio = median(met.map(one => one.ratio));
        const least = Math.min(programs.forceatlas2.stress, programs.ngraph.stress);
        const isMet = ratio >= GOAL && programs.ours.stress <= least;
        passed += isMet;
        contests[graph] = {ratio: rounded(ratio), goal: GOAL, isMet, programs,
                           least: rounded(Math.min(...met.map(one => one.ratio))),
                           most: rounded(Math.max(...met.map(one => one.ratio)))};
        console.log(`${isMet ? 'ok' : 'not ok'} P8 ${graph}: median ${rounded(ratio)}x (goal ${GOAL}x), `
            + `${JSON.stringify(programs)}`);
    }
    writeFileSync(path, `${JSON.stringify({
        date: new Date().toISOString().slice(0, 10), pairs: pairs.length,
        steps: turns[0].figure.steps, nodes: turns[0].judged.nodes, edges: turns[0].judged.edges,
        machine: {cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30),
                  loadBefore: rounded(median(turns.map(turn => turn.load)))},
        contests}, null, 1)}\n`);
    console.log(`${passed} passed, ${graphs.length - passed} failed`);
    return passed === graphs.length;
}

if (verb === 'pair') {
    const pair = Math.max(...turns.map(turn => turn.pair));
    for (const graph of new Set(turns.map(turn => turn.graph))) {
        const met = contest(pair, graph);
        if (met) { console.log(`pair ${pair}  ${said(graph, met)}`); }
    }
}
if (verb === 'save') { process.exitCode = save() ? 0 : 1; }
