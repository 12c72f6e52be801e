// Reads the recorded pairs of tests/peers/run: prints the ratios of the newest pair, or the medians
// of all with their musts and saves them among the figures that are there. Measures nothing.
//   node report.mjs pair RECORD | save RECORD FIGURES
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus, totalmem} from 'node:os';

// `less`: a smaller figure is better. Of several peers the best one counts in each pair.
const CONTESTS = [
    {name: 'P1', peers: ['P1'], must: 15, goal: 40},
    {name: 'P2.p50', peers: ['P2.p50'], less: true, must: 3, goal: 3},
    {name: 'P2.p99', peers: ['P2.p99'], less: true, must: 10, goal: 10},
    {name: 'P5', peers: ['P5.wink-nlp', 'P5.natural'], must: 5, goal: 10},
];

const [verb, record, path] = process.argv.slice(2);
const byName = list => new Map(list.flat().map(figure => [figure.name, figure]));
const pairs = readFileSync(record, 'utf8').trim().split('\n').map(JSON.parse).map(
    ({load, ours, theirs}) => ({load, ours: byName(ours), theirs: byName(theirs)}));

const rounded = value => Number(value.toPrecision(4));

function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const spread = values => ({median: rounded(median(values)), min: rounded(Math.min(...values)),
                           max: rounded(Math.max(...values))});

// The figures of one contest in one pair, or nothing where it did not run.
function contest({peers, name, less}, {ours, theirs}) {
    const peer = peers.filter(one => theirs.has(one)).map(one => theirs.get(one))
        .sort((a, b) => (less ? a.value - b.value : b.value - a.value))[0];
    const own = ours.get(name);
    if (!own || !peer) { return undefined; }
    return {own, peer, ratio: less ? peer.value / own.value : own.value / peer.value};
}

function printPair() {
    const pair = pairs.at(-1);
    const said = CONTESTS.map(one => [one, contest(one, pair)]).filter(([, met]) => met).map(
        ([{name}, {own, peer, ratio}]) => `${name} ${rounded(own.value)} : ${rounded(peer.value)} `
            + `${own.unit} = ${rounded(ratio)}x`);
    console.log(`pair ${pairs.length}  load ${pair.load}  ${said.join('   ')}`);
}

function ofContest(one) {
    const met = pairs.map(pair => contest(one, pair)).filter(Boolean);
    if (!met.length) { return undefined; }
    const ratio = spread(met.map(({ratio}) => ratio));
    return {unit: met[0].own.unit, ours: spread(met.map(({own}) => own.value)),
            peer: spread(met.map(({peer}) => peer.value)), ratio, must: one.must, goal: one.goal,
            isMet: ratio.median >= one.must,
            conditions: {ours: met[0].own.conditions, peer: met.at(-1).peer.conditions}};
}

// What has no contest is kept too: our other figures, and each peer on its own.
function alone(side, skip) {
    const names = [...pairs[0][side].keys()].filter(name => !skip.includes(name));
    return Object.fromEntries(names.map(name => {
        const figures = pairs.map(pair => pair[side].get(name)).filter(Boolean);
        return [name, {unit: figures[0].unit, ...spread(figures.map(figure => figure.value)),
                       conditions: figures[0].conditions}];
    }));
}

// Figures that were measured before and not now stay, each with the day it was measured.
function kept(before, part, now) {
    const of = {date: before.date, pairs: before.pairs, loadBefore: before.machine?.loadBefore};
    const old = Object.entries(before[part] ?? {})
        .map(([name, figure]) => [name, {...of, ...figure}]);
    return {...Object.fromEntries(old), ...now};
}

function save() {
    const of = {date: new Date().toISOString().slice(0, 10), pairs: pairs.length,
                loadBefore: spread(pairs.map(({load}) => load))};
    const dated = figures => Object.fromEntries(
        Object.entries(figures).map(([name, figure]) => [name, {...of, ...figure}]));
    const contests = Object.fromEntries(CONTESTS.map(one => [one.name, ofContest(one)])
        .filter(([, made]) => made));
    const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
    const report = {
        machine: {cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30)},
        contests: kept(before, 'contests', dated(contests)),
        ours: kept(before, 'ours', dated(alone('ours', CONTESTS.map(({name}) => name)))),
        peers: kept(before, 'peers', dated(alone('theirs', ['P1', 'P2.p50', 'P2.p99']))),
    };
    writeFileSync(path, `${JSON.stringify(report, null, 1)}\n`);
    let passed = 0;
    for (const [name, {ratio, must, goal, isMet, ours, peer, unit}] of Object.entries(contests)) {
        passed += isMet;
        console.log(`${isMet ? 'ok' : 'not ok'} ${name}: median ${ratio.median}x `
            + `(${ratio.min} to ${ratio.max}; must ${must}x, goal ${goal}x), `
            + `${ours.median} to ${peer.median} ${unit}`);
    }
    const failed = Object.keys(contests).length - passed;
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0;
}

if (verb === 'pair') { printPair(); }
if (verb === 'save') { process.exitCode = save() ? 0 : 1; }
