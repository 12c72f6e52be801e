// The peers of P8: one program lays out one graph, from places drawn by chance with its own defaults
// for such a graph, and writes the places it ended with. The clock runs over the steps alone.
// Prints JSON on stdout; `benchlayout stress` judges the places, ours and theirs alike.
//   node layout.mjs forceatlas2|ngraph GRAPH PLACES STEPS
// GRAPH is a line "nodes", then one "from to" a line; PLACES is one "x y" a line.
import {readFileSync, writeFileSync} from 'node:fs';

const [program, graphFile, placesFile, stepsWord] = process.argv.slice(2);
const steps = Number(stepsWord);
const lines = readFileSync(graphFile, 'utf8').trim().split('\n');
const nodes = Number(lines[0]);
const edges = lines.slice(1).map(line => line.split(' ').map(Number));

// Park and Miller's generator: the same first places in every run.
let seed = 20261122;
const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;

async function byForceAtlas2() {
    const {default: Graph} = await import('graphology');
    const {default: forceAtlas2} = await import('graphology-layout-forceatlas2');
    const graph = new Graph({type: 'undirected', multi: true});
    for (let i = 0; i < nodes; ++i) {
        graph.addNode(String(i), {x: chance() * 1000, y: chance() * 1000});
    }
    for (const [from, to] of edges) { graph.addEdge(String(from), String(to)); }
    const settings = forceAtlas2.inferSettings(graph);
    const run = iterations => forceAtlas2(graph, {iterations, settings});
    run(3);
    // The warm-up wrote nothing into the graph: it starts from the same places.
    const began = performance.now();
    const places = run(steps);
    const spent = performance.now() - began;
    return {spent, settings, places: Array.from({length: nodes}, (_, i) => places[String(i)])};
}

async function byNgraph() {
    const {default: createGraph} = await import('ngraph.graph');
    const {default: createLayout} = await import('ngraph.forcelayout');
    const graph = createGraph({multigraph: true});
    for (let i = 0; i < nodes; ++i) { graph.addNode(i); }
    for (const [from, to] of edges) { graph.addLink(from, to); }
    const warm = createLayout(graph);
    for (let i = 0; i < 3; ++i) { warm.step(); }
    const layout = createLayout(graph);
    const began = performance.now();
    for (let i = 0; i < steps; ++i) { layout.step(); }
    const spent = performance.now() - began;
    return {spent, settings: 'defaults',
            places: Array.from({length: nodes}, (_, i) => layout.getNodePosition(i))};
}

const {spent, settings, places} = await (program === 'ngraph' ? byNgraph() : byForceAtlas2());
writeFileSync(placesFile, places.map(({x, y}) => `${x} ${y}`).join('\n') + '\n');
console.log(JSON.stringify({name: program, stepMs: spent / steps, steps, settings}));
