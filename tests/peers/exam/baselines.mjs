// Trivial baselines for each figure: constant (most common on dev), length (of texts, lines and
// words only) and seeded random. They learn from dev and must be beaten. Owns no formula.
import {originals, meaningful, plain, sentences, seeded, read, forms} from './corpus.mjs';
import {tokens} from './score.mjs';

const SEED = 20251;
const dev = read('dev');
const random = seeded(SEED);
const wordCount = entry => entry.text.split(/\s+/).length;
const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const mean = list => list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);

function mostCommon(list, count = 1) {
    const counts = new Map();
    list.forEach(item => counts.set(item, (counts.get(item) ?? 0) + 1));
    return [...counts].sort((a, b) => b[1] - a[1]).slice(0, count).map(([item]) => item);
}

function pick(list, count) {
    const rest = [...new Set(list)];
    const out = [];
    while (rest.length && out.length < count) {
        out.push(...rest.splice(Math.floor(random() * rest.length), 1));
    }
    return out;
}

const longest = (list, count) =>
    [...new Set(list)].sort((a, b) => b.length - a.length).slice(0, count);

// A class by length: the one whose median word count on dev is nearest.
function byLength(rows, labelOf) {
    const classes = [...new Set(rows.map(labelOf))];
    const centres = classes.map(name =>
        [name, median(rows.filter(row => labelOf(row) === name).map(wordCount))]);
    return entry => centres.map(([name, centre]) => [Math.abs(centre - wordCount(entry)), name])
        .sort((a, b) => a[0] - b[0])[0][1];
}

function classes(rows, labelOf) {
    const [common] = mostCommon(rows.map(labelOf));
    const all = [...new Set(rows.map(labelOf))];
    return {
        'constant': () => common,
        'length': byLength(rows, labelOf),
        'random': () => all[Math.floor(random() * all.length)],
    };
}

const scores = {'constant': () => 0, 'length': wordCount, 'random': () => random() - 0.5};

// Phrases: constant = the commonest labels of dev; length = the longest candidates of the text;
// random = as many candidates at random. The number is the mean of dev.
function phrases(labelsOf, candidatesOf, count) {
    const rows = meaningful(dev);
    const many = count ?? Math.max(1, Math.round(mean(rows.map(row => labelsOf(row).length))));
    const common = mostCommon(rows.flatMap(labelsOf), many);
    return {
        'constant': () => common,
        'length': entry => longest(candidatesOf(entry), many),
        'random': entry => pick(candidatesOf(entry), many),
    };
}

const capitalised = entry => plain(entry.text).match(/\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*/gu) ?? [];
const numbered = entry => plain(entry.text).match(/(?:\S+ )?\S*\d\S*(?: \S+)?/g) ?? [];
const longWords = entry => tokens(entry.text).filter(word => word.length > 3);
const lines = entry => entry.text.split('\n').filter(line => line.trim() !== '');

function amountGuess(entry) {
    const found = entry.text.match(/\d+(?:[.,]\d{2})?(?!\d)/g) ?? [];
    return found.map(text => ({value: Number(text.replace(',', '.')), unit: 'EUR'}));
}

const top = (list, count, value) => [...list].sort((a, b) => value(b) - value(a)).slice(0, count);

const amounts = {
    'constant': () => mostCommon(meaningful(dev).flatMap(row => row.labels.amounts)
        .map(a => `${Number(a.value)} ${a.unit}`)).map(text => text.split(' '))
        .map(([value, unit]) => ({value: Number(value), unit})),
    'length': entry => top(amountGuess(entry), 2, amount => String(amount.value).length),
    'random': entry => pick(amountGuess(entry), 2),
};

const summary = {
    'lead': (entry, count) => sentences(entry.text).filter(s => /[.!?]$/.test(s)).slice(0, count),
    'length': (entry, count) => longest(sentences(entry.text), count),
    'random': (entry, count) => pick(sentences(entry.text), count),
};

// Schemas: the properties that at least half of the labelled dev texts of a form have.
const labelled = originals(dev).filter(row => row.schema && row.form !== 'nonsense');

export function usualProperties(form) {
    const rows = labelled.filter(row => row.form === form);
    const counts = new Map();
    rows.forEach(row => Object.entries(row.schema.properties).forEach(([path, type]) =>
        counts.set(`${path} ${type}`, (counts.get(`${path} ${type}`) ?? 0) + 1)));
    const usual = [...counts].filter(([, count]) => 2 * count >= rows.length).map(([key]) => key);
    return Object.fromEntries(usual.map(key => key.split(' ')));
}

const everyProperty = [...new Set(labelled.flatMap(row => Object.entries(row.schema.properties)
    .map(([path, type]) => `${path} ${type}`)))];
const manyProperties =
    Math.round(mean(labelled.map(row => Object.keys(row.schema.properties).length)));
const formByLength = byLength(originals(dev), entry => entry.form);
const [commonForm] = mostCommon(labelled.map(row => row.form));

const schema = {
    'constant': () => ({properties: usualProperties(commonForm)}),
    'length': entry => ({properties: usualProperties(formByLength(entry))}),
    'random': () => ({properties:
        Object.fromEntries(pick(everyProperty, manyProperties).map(key => key.split(' ')))}),
    // Not trivial: it is told the true form. Shows what knowing the form alone is worth.
    'told the form': entry => ({properties: usualProperties(entry.form)}),
};

const pairRandom = seeded(SEED + 1);
const similarity = {
    'constant': () => 1,
    'length': (a, b) => Math.min(a.text.length, b.text.length) /
        Math.max(a.text.length, b.text.length),
    'random': () => pairRandom(),
};

export const baselines = {
    seed: SEED,
    language: classes(meaningful(dev), entry => entry.language),
    form: classes(originals(dev), entry => entry.form),
    kind: classes(originals(dev).filter(entry => entry.kind), entry => entry.kind),
    nonsense: {'constant': () => true, 'length': entry => wordCount(entry) < 30,
               'random': () => random() < 0.1},
    valence: {...scores, 'constant': () => 1},
    clarity: scores,
    people: phrases(row => row.labels.people, capitalised),
    dates: phrases(row => row.labels.dates.map(date => date.text), numbered),
    datesIso: {'constant': () => mostCommon(meaningful(dev).flatMap(row =>
        row.labels.dates.flatMap(date => date.iso ?? [])))},
    amounts,
    todos: phrases(row => row.labels.todos, lines),
    links: phrases(row => row.labels.links, entry => entry.text.split(/\s+/)),
    keywords: phrases(row => row.labels.keywords ?? [], longWords, 8),
    summary,
    schema,
    schemaForms: Object.keys(forms),
    similarity,
};
