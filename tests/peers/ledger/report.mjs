// Reads the pairs of tests/peers/ledger/run: prints the newest, or the medians with their musts and saves
// them. Measures nothing.
//   node report.mjs pair RECORD | save RECORD FIGURES VERSION
import {readFileSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';

const BATCH = 100;
// Of several ways of the peer the best counts in each pair.
const CONTESTS = [
    {name: 'P4', peer: pair => BATCH * Math.max(pair.batch, pair.batch16, pair.batch32, pair.batch64, pair.loneBatch, pair.each),
     must: 25, goal: 25, aim: 1e6},
    {name: 'P4.few', peer: pair => BATCH * pair.batch},
    // deciding one transfer after the other, as we do, where the best above decides a batch as a whole
    {name: 'P4.each', ours: 'P4', peer: pair => BATCH * pair.each},
    {name: 'P4.eight', peer: pair => pair.eight},
    {name: 'P4.one', peer: pair => pair.one, must: 1, goal: 1.3},
];

const [verb, record, path, version] = process.argv.slice(2);
const pairs = readFileSync(record, 'utf8').trim().split('\n').map(JSON.parse);
const rounded = value => Number(value.toPrecision(4));
const spread = values => {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return {median: rounded(sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2),
            min: rounded(sorted[0]), max: rounded(sorted.at(-1))};
};
const own = (pair, name) => pair.ours.find(figure => figure.name === name);

if (verb === 'pair') {
    const pair = pairs.at(-1);
    console.log(`pair ${pairs.length}  load ${pair.load}  ` + CONTESTS.map(({name, ours = name, peer}) =>
        `${name} ${rounded(own(pair, ours).value)} : ${rounded(peer(pair))} = `
        + `${rounded(own(pair, ours).value / peer(pair))}x`).join('   '));
}
if (verb === 'save') {
    const contests = Object.fromEntries(CONTESTS.map(({name, ours = name, peer, must, goal, aim}) => [name, {
        unit: 'transfers/s', ours: spread(pairs.map(pair => own(pair, ours).value)), peer: spread(pairs.map(peer)),
        ratio: spread(pairs.map(pair => own(pair, ours).value / peer(pair))), must, goal, aim,
        conditions: own(pairs[0], ours).conditions}]));
    writeFileSync(path, `${JSON.stringify({
        date: new Date().toISOString().slice(0, 10), pairs: pairs.length, cores: cpus().length, peer: version,
        loadBefore: spread(pairs.map(({load}) => load)), contests}, null, 1)}\n`);
    let passed = 0, failed = 0;
    for (const [name, {ours, peer, ratio, must, goal}] of Object.entries(contests)) {
        if (must) { ratio.median >= must ? ++passed : ++failed; }
        console.log(`${!must ? 'figure' : ratio.median >= must ? 'ok' : 'not ok'} ${name}: median ${ratio.median}x `
            + `(${ratio.min} to ${ratio.max}${must ? `; must ${must}x, goal ${goal}x` : ''}), `
            + `${ours.median} to ${peer.median} transfers/s`);
    }
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed ? 1 : 0;
}
