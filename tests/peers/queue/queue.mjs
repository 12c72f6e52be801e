// The peer of P1 and P2: BullMQ on Redis with appendfsync always. Prints JSON on stdout.
//   node queue.mjs tune                        the best settings for this machine
//   node queue.mjs measure [JOBS] [SETTINGS]   the figures, with settings that tune printed
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {setTimeout as sleep} from 'node:timers/promises';
import {Queue} from 'bullmq';
import {Redis} from 'ioredis';
import {startRedis} from './redis.mjs';
import {startWorkers} from './workers.mjs';

const IN_FLIGHT = 256;
const DATA = {capability: 'score-sentiment', agent: 'lucid'};
const USUAL = {link: 'socket', threads: 0, workers: 4, concurrency: 16, refill: 16};

let queues = 0;

// A queue with its workers for the time of `use`; `use` waits for finished jobs by `next`.
async function withQueue(redis, settings, use) {
    const connection = redis.connections[settings.link];
    const name = `bench${++queues}`;
    const queue = new Queue(name, {
        connection: new Redis({...connection, maxRetriesPerRequest: null}),
        defaultJobOptions: {removeOnComplete: true}});
    const state = {finished: 0, wake: () => {}};
    const stopWorkers = await startWorkers({...settings, name, connection}, count => {
        state.finished += count;
        state.wake();
    });
    const next = () => new Promise(resolve => { state.wake = resolve; });
    const made = await use(queue, state, next);
    await stopWorkers();
    await queue.close();
    return made;
}

// Jobs a second, IN_FLIGHT at most added and not finished. A refill is added in one call, and
// several of them may be under way.
function throughput(redis, settings, jobs) {
    return withQueue(redis, {...settings, isBatched: true}, async (queue, state, next) => {
        const refill = Math.min(settings.refill, IN_FLIGHT);
        let added = 0;
        const began = performance.now();
        while (state.finished < jobs) {
            const free = Math.min(IN_FLIGHT - (added - state.finished), jobs - added);
            const woken = next();
            if (free >= refill || (free > 0 && added + free === jobs)) {
                added += free;
                queue.addBulk(Array.from({length: free}, () => ({name: 'task', data: DATA})));
            }
            await woken;
        }
        return jobs / ((performance.now() - began) / 1000);
    });
}

// Milliseconds from add to finished, one job at a time on an idle queue, sorted.
function latencies(redis, settings, jobs) {
    const one = {...settings, threads: 0, workers: 1, concurrency: 1, isBatched: false};
    return withQueue(redis, one, async (queue, state, next) => {
        const taken = [];
        for (let i = -200; i < jobs; ++i) {
            const began = performance.now();
            const finished = next();
            queue.add('task', DATA);
            await finished;
            if (i >= 0) { taken.push(performance.now() - began); }
            await sleep(1);
        }
        return taken.sort((a, b) => a - b);
    });
}

// One setting after the other is varied and the best kept; the first attempt warms and is dropped.
async function tune(redis) {
    const tried = [];
    let best = {rate: 0, settings: USUAL};
    const vary = async (name, values) => {
        const {settings} = best;
        for (const value of values) {
            const attempt = {...settings, [name]: value};
            const rate = Math.round(await throughput(redis, attempt, 6000));
            tried.push({...attempt, rate});
            if (rate > best.rate) { best = {rate, settings: attempt}; }
        }
    };
    await throughput(redis, USUAL, 3000);
    await vary('workers', [1, 2, 4, 8, 16]);
    await vary('concurrency', [4, 8, 32, 64, 128]);
    await vary('threads', [1, 2]);
    await vary('refill', [1, 32, 64, 128]);
    await vary('link', ['port']);
    return {settings: best.settings, tried};
}

const installed = name => JSON.parse(readFileSync(
    new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

function versions() {
    const redis = execFileSync('redis-server', ['--version'], {encoding: 'utf8'});
    return {bullmq: installed('bullmq'), ioredis: installed('ioredis'),
            redis: redis.match(/v=([\d.]+)/)[1], node: process.version.slice(1)};
}

async function measure(redis, jobs, settings) {
    const rate = await throughput(redis, settings, jobs);
    const taken = await latencies(redis, settings, 1000);
    const share = part => taken[Math.floor(part * taken.length)];
    const at = Object.entries(versions()).map(([name, version]) => `${name} ${version}`).join(', ');
    const synced = `appendonly yes, appendfsync always, ${cpus().length} cores, ${at}`;
    const how = `${settings.workers} workers in `
        + (settings.threads ? `each of ${settings.threads} threads` : 'the thread that adds');
    const figure = (name, value, unit, conditions) => ({name, value, unit, conditions});
    const many = `${jobs} jobs, ${IN_FLIGHT} in flight, addBulk, processor does nothing, ${how}, `
        + `concurrency ${settings.concurrency}, refill ${settings.refill}, by ${settings.link}, `;
    const one = `${taken.length} jobs, one at a time, idle, add to completed, by ${settings.link}, `;
    return [figure('P1', rate, 'tasks/s', many + synced),
            figure('P2.p50', share(0.5), 'ms', one + synced),
            figure('P2.p99', share(0.99), 'ms', one + synced)];
}

const [verb = 'measure', jobs = '20000', settings] = process.argv.slice(2);
const redis = await startRedis();
try {
    const made = verb === 'tune' ? await tune(redis)
        : await measure(redis, Number(jobs), settings ? JSON.parse(settings) : USUAL);
    console.log(JSON.stringify(made, null, 1));
} finally {
    await redis.stop();
}
process.exit(0);
