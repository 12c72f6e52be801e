// Runs every program and baseline on dev and heldout and prints one JSON object of figures.
// Use: npm install --no-package-lock && node exam.mjs > figures.json
import {readFileSync} from 'node:fs';
import * as programs from './programs.mjs';
import {baselines, usualProperties} from './baselines.mjs';
import {read, originals, meaningful, pairs, forms} from './corpus.mjs';
import * as score from './score.mjs';

const FILES = {dev: read('dev'), heldout: read('heldout')};
const figures = {};

// Adds `figure[program][file]`, for the named programs and the baselines of that figure.
function put(figure, measure, select) {
    const all = {...programs[figure]};
    for (const [name, predict] of Object.entries(baselines[figure] ?? {})) {
        all[`baseline: ${name}`] = predict;
    }
    figures[figure] = {};
    for (const [name, predict] of Object.entries(all)) {
        figures[figure][name] = {};
        for (const [file, entries] of Object.entries(FILES)) {
            figures[figure][name][file] = measure(select(entries), predict);
        }
    }
}

const english = entries => entries.filter(entry => entry.language === 'en');
const withEnglish = measure => (entries, predict) =>
    ({...measure(entries, predict), en: measure(english(entries), predict)});

// Programs draw from one random row: remember what they said, so that it is said once per text.
function remembered(predict) {
    const said = new Map();
    return entry => {
        if (!said.has(entry.id)) { said.set(entry.id, predict(entry)); }
        return said.get(entry.id);
    };
}

function classFigures() {
    put('language', (rows, predict) => score.accuracy(rows, remembered(predict), e => e.language),
        meaningful);
    put('form', (rows, predict) => {
        const once = remembered(predict);
        return {...score.accuracy(rows, once, e => e.form),
                macroF1: score.macroF1(rows, once, e => e.form, Object.keys(forms))};
    }, originals);
    put('kind', (rows, predict) => score.accuracy(rows, remembered(predict), e => e.kind),
        entries => originals(entries).filter(entry => entry.kind));
    put('nonsense', (rows, predict) => {
        const once = remembered(predict);
        const count = test => rows.filter(test).length;
        return score.prf(count(e => once(e) && e.form === 'nonsense'),
                         count(e => once(e) && e.form !== 'nonsense'),
                         count(e => !once(e) && e.form === 'nonsense'),
                         count(e => e.form === 'nonsense'));
    }, originals);
}

function moodFigures() {
    put('valence', (rows, predict) => {
        const once = remembered(predict);
        const out = score.valence(rows, once);
        for (const language of ['en', 'de', 'es', 'fr']) {
            const {spearman, sign, n, signN} =
                score.valence(rows.filter(e => e.language === language), once);
            out[language] = {spearman, sign, n, signN};
        }
        return out;
    }, entries => originals(entries).filter(entry => entry.labels.valence !== undefined));
    const level = entry => ['low', 'middle', 'high'].indexOf(entry.labels.clarity);
    put('clarity', (rows, predict) => {
        const once = remembered(predict);
        const sense = rows.filter(entry => entry.form !== 'nonsense');
        return {spearman: score.spearman(rows.map(once), rows.map(level)), n: rows.length,
                spearmanSense: score.spearman(sense.map(once), sense.map(level))};
    }, entries => originals(entries).filter(entry => entry.labels.clarity));
}

function factFigures() {
    const sets = {
        people: [e => e.labels.people, score.near, score.ignorePerson],
        dates: [e => e.labels.dates.map(date => date.text), score.near, score.ignoreDate],
        todos: [e => e.labels.todos, (a, b) => score.dice(a, b) >= 0.5],
        links: [e => e.labels.links, (a, b) => a === b, undefined,
                a => a.replace(/^https?:\/\//, '').replace(/\/$/, '')],
    };
    for (const [figure, rest] of Object.entries(sets)) {
        const measure = (rows, predict) => score.setF1(rows, predict, ...rest);
        put(figure, withEnglish(measure), meaningful);
    }
    put('amounts', withEnglish(score.amountsF1), meaningful);
    put('datesIso', (rows, predict) => {
        let [hits, n] = [0, 0];
        for (const entry of rows) {
            const labels = entry.labels.dates.filter(date => date.iso);
            n += labels.length;
            hits += labels.filter(date => predict(entry).includes(date.iso)).length;
        }
        return {recall: Math.round(10000 * hits / n) / 10000, n};
    }, meaningful);
    put('keywords', withEnglish((rows, predict) => score.setF1(rows,
        entry => predict(entry).slice(0, 8), e => e.labels.keywords,
        (a, b) => score.looseDice(a, b) >= 0.6)),
        entries => originals(entries).filter(entry => entry.labels.keywords));
    put('summary', withEnglish(score.summary),
        entries => originals(entries).filter(entry => entry.labels.summarySentences));
}

function schemaFigures() {
    programs.schema['wink naive Bayes + usual properties'] =
        entry => ({properties: usualProperties(programs.form['wink naive Bayes'](entry))});
    const labelled = entries =>
        originals(entries).filter(entry => entry.schema && entry.form !== 'nonsense');
    put('schema', (rows, predict) => {
        const once = remembered(predict);
        return {...score.schema(rows, once), texts: rows.length, record: score.record(rows, once)};
    }, labelled);
    const all = {...programs.schema};
    figures.schemaEmpty = {};
    for (const [name, predict] of Object.entries(all)) {
        figures.schemaEmpty[name] = {};
        for (const [file, entries] of Object.entries(FILES)) {
            const rows = entries.filter(entry => entry.form === 'nonsense');
            figures.schemaEmpty[name][file] = score.accuracy(rows,
                entry => Object.keys(predict(entry).properties).length, () => 0);
        }
    }
}

function copyFigures() {
    figures.nearCopies = {};
    const all = {...programs.similarity};
    for (const [name, measure] of Object.entries(baselines.similarity)) {
        all[`baseline: ${name}`] = measure;
    }
    const rows = Object.fromEntries(Object.entries(FILES).map(([f, list]) => [f, pairs(list)]));
    for (const [name, measure] of Object.entries(all)) {
        const rated = Object.fromEntries(Object.entries(rows).map(([file, list]) =>
            [file, list.map(row => ({...row, similarity: measure(row.a, row.b)}))]));
        const threshold = score.bestThreshold(rated.dev);
        figures.nearCopies[name] = {threshold: Math.round(threshold * 10000) / 10000,
                                    dev: score.copies(rated.dev, threshold),
                                    heldout: score.copies(rated.heldout, threshold)};
    }
}

function versions() {
    const wanted = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
    const installed = name => JSON.parse(readFileSync(
        new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
    return Object.fromEntries(Object.keys(wanted.dependencies).map(n => [n, installed(n)]));
}

classFigures();
moodFigures();
factFigures();
schemaFigures();
copyFigures();

// One line per program, so that a change of one figure is one changed line.
function printed(report) {
    const rows = Object.entries(report.figures).map(([figure, list]) => {
        const lines = Object.entries(list).map(([name, value]) =>
            `   ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
        return `  ${JSON.stringify(figure)}: {\n${lines.join(',\n')}\n  }`;
    });
    const head = Object.entries(report).filter(([key]) => key !== 'figures')
        .map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
    return `{\n${head.join('\n')}\n "figures": {\n${rows.join(',\n')}\n }\n}`;
}

console.log(printed({
    date: new Date().toISOString().slice(0, 10), node: process.version,
    texts: Object.fromEntries(Object.entries(FILES).map(([name, list]) => [name, list.length])),
    seed: baselines.seed, packages: versions(),
    figures,
}));
