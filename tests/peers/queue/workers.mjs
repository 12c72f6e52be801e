// Workers of the queue: in the thread that asks, or in threads of their own (this file is then
// their program). The processor does nothing. Each finished job is told once, after Redis has
// acknowledged it; what is told within one turn of the event loop is told as one number.
import {Worker as Thread, isMainThread, parentPort, workerData} from 'node:worker_threads';
import {Worker} from 'bullmq';
import {Redis} from 'ioredis';

function startWorker({name, connection, concurrency, isBatched}, onFinished) {
    let finished = 0;
    const tell = () => {
        onFinished(finished);
        finished = 0;
    };
    const worker = new Worker(name, async () => {}, {
        connection: new Redis({...connection, maxRetriesPerRequest: null}), concurrency,
        removeOnComplete: {count: 0}, stalledInterval: 600000, lockDuration: 600000});
    worker.on('completed', () => {
        if (finished++ === 0) { isBatched ? setImmediate(tell) : tell(); }
    });
    worker.on('failed', (job, error) => { throw error; });
    worker.on('error', error => { throw error; });
    return worker;
}

// `workers` to a thread, because a worker fetches what it was not handed at a completion one job
// after the other; `concurrency` is that of one worker.
function startSome(settings, onFinished) {
    return Array.from({length: settings.workers}, () => startWorker(settings, onFinished));
}

export async function startWorkers(settings, onFinished) {
    if (settings.threads === 0) {
        const workers = startSome(settings, onFinished);
        await Promise.all(workers.map(worker => worker.waitUntilReady()));
        return () => Promise.all(workers.map(worker => worker.close()));
    }
    const threads = Array.from({length: settings.threads},
                               () => new Thread(new URL(import.meta.url), {workerData: settings}));
    await Promise.all(threads.map(thread => new Promise((resolve, reject) => {
        thread.on('error', reject);
        thread.on('message', count => (count === 0 ? resolve() : onFinished(count)));
    })));
    return () => Promise.all(threads.map(thread => thread.terminate()));
}

if (!isMainThread) {
    const workers = startSome(workerData, count => parentPort.postMessage(count));
    Promise.all(workers.map(worker => worker.waitUntilReady()))
        .then(() => parentPort.postMessage(0));
}
