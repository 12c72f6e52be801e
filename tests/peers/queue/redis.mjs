// One redis-server of its own for a measurement: temporary folder, random port of the loopback
// interface and a socket beside it, each write synced before it is answered. Owns the process and
// the folder and removes both; knows nothing of queues.
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';

function freePort() {
    return new Promise((resolve, reject) => {
        const server = createServer().on('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const {port} = server.address();
            server.close(() => resolve(port));
        });
    });
}

export async function startRedis() {
    const folder = mkdtempSync(join(tmpdir(), 'dreamscope-peer-'));
    const port = await freePort();
    const path = join(folder, 'redis.sock');
    // No rewrite of the log and no snapshot falls into the measured seconds: to the peer's favour.
    const redis = spawn('redis-server', [
        '--bind', '127.0.0.1', '--port', port, '--unixsocket', path, '--dir', folder,
        '--appendonly', 'yes', '--appendfsync', 'always', '--auto-aof-rewrite-percentage', '0',
        '--save', '', '--maxmemory-policy', 'noeviction'], {stdio: 'ignore'});
    const ended = new Promise(resolve => {
        redis.on('exit', resolve);
        redis.on('error', resolve);
    });
    const forget = () => rmSync(folder, {recursive: true, force: true});
    const killed = () => { redis.kill('SIGKILL'); forget(); };
    process.on('exit', killed);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
        process.once(signal, () => {
            console.error(`stopped by ${signal}`);
            process.exit(1);
        });
    }
    for (let waited = 0; !existsSync(path); waited += 20) {
        if (redis.exitCode !== null || redis.pid === undefined || waited > 10000) {
            throw new Error('redis-server does not start; installer/bootstrap peers installs it');
        }
        await sleep(20);
    }
    return {
        connections: {port: {host: '127.0.0.1', port}, socket: {path}},
        stop: async () => {
            process.off('exit', killed);
            redis.kill('SIGTERM');
            await ended;
            forget();
        },
    };
}
