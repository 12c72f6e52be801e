// Reads the exam corpus and gives views of it that all figures share. Owns no formula.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {dirname, join} from 'node:path';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'exam');

export const forms = JSON.parse(readFileSync(join(folder, 'forms.json'), 'utf8')).forms;

export function read(name) {
    const lines = readFileSync(join(folder, `${name}.jsonl`), 'utf8').split('\n');
    return lines.filter(line => line.trim() !== '').map(line => JSON.parse(line));
}

export const originals = entries => entries.filter(entry => !entry.nearCopyOf);
export const meaningful = entries => originals(entries).filter(e => e.form !== 'nonsense');

// Markdown marks would only confuse programs made for prose, so they get plain lines.
export function plain(text) {
    const lines = text.split('\n').map(line => line
        .replace(/^\s*\|?[\s:|=-]+\|?\s*$/, '')
        .replace(/^\s*#+\s*/, '')
        .replace(/^\s*([-*+]|\d+[.)])\s+(\[[ xX]\]\s*)?/, '')
        .replace(/\s*\|\s*/g, ', ').replace(/^, |, $/g, '')
        .replace(/\*\*|`{1,3}/g, ''));
    return lines.join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

// Sentences as blocks of prose: a line break ends one where the next line is a new block.
export function sentences(text) {
    const blocks = plain(text).split(/\n+/);
    return blocks.flatMap(block => block.split(/(?<=[.!?])["')]?\s+/))
        .map(part => part.trim()).filter(part => part !== '');
}

// Every unordered pair of one file, with what the labels say about it.
export function pairs(entries) {
    const byId = new Map(entries.map(entry => [entry.id, entry]));
    const family = entry => (entry.nearCopyOf ? family(byId.get(entry.nearCopyOf)) : entry.id);
    const out = [];
    for (let i = 0; i < entries.length; ++i) {
        for (let k = i + 1; k < entries.length; ++k) {
            const [a, b] = [entries[i], entries[k]];
            out.push({a, b, copy: family(a) === family(b),
                      hard: a.notCopyOf === b.id || b.notCopyOf === a.id});
        }
    }
    return out;
}

// Small seeded generator, so that the random baseline prints the same figures each time.
export function seeded(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6D2B79F5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}
