// Independent programs from npm, each wrapped to one figure. Owns their settings; counts nothing.
// Where a program wants to be told the language it is told the labelled one: its best setting.
import {createRequire} from 'node:module';
import {detect, detectAll} from 'tinyld';
import {franc} from 'franc-min';
import nlp from 'compromise';
import * as chrono from 'chrono-node';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import vader from 'vader-sentiment';
import Sentiment from 'sentiment';
import multilang from 'multilang-sentiment';
import keywordExtractor from 'keyword-extractor';
import {LinkifyIt} from 'linkify-it';
import readability from 'text-readability';
import stringSimilarity from 'string-similarity';
import {marked} from 'marked';
import naiveBayes from 'wink-naive-bayes-text-classifier';
import {plain, sentences, originals, read, forms} from './corpus.mjs';
import {tokens} from './score.mjs';

// A dependency of natural announces itself on stdout otherwise, in the middle of our JSON.
process.env.DOTENV_CONFIG_QUIET = 'true';
const require = createRequire(import.meta.url);
const natural = require('natural');
const {SummarizerManager} = require('node-summarizer');
const wink = winkNLP(model);
const {its} = wink;
const NAMES = {en: 'english', de: 'german', es: 'spanish', fr: 'french'};
const ISO3 = {eng: 'en', deu: 'de', spa: 'es', fra: 'fr'};
const ONLY = {only: ['en', 'de', 'es', 'fr']};

export const language = {
    'tinyld': entry => detect(plain(entry.text), ONLY),
    'franc-min': entry => ISO3[franc(plain(entry.text), {only: Object.keys(ISO3)})] ?? 'und',
};

const SENTIMENT = {
    en: new natural.SentimentAnalyzer('English', natural.PorterStemmer, 'afinn'),
    es: new natural.SentimentAnalyzer('Spanish', natural.PorterStemmerEs, 'afinn'),
    fr: new natural.SentimentAnalyzer('French', natural.PorterStemmerFr, 'pattern'),
    de: new natural.SentimentAnalyzer('German', natural.PorterStemmerDe, 'pattern'),
};
const afinn = new Sentiment();

export const valence = {
    'wink-nlp': entry => wink.readDoc(plain(entry.text)).out(its.sentiment),
    'natural': entry => SENTIMENT[entry.language].getSentiment(tokens(entry.text)) || 0,
    'vader-sentiment': entry =>
        vader.SentimentIntensityAnalyzer.polarity_scores(plain(entry.text)).compound,
    'sentiment': entry => afinn.analyze(plain(entry.text)).comparative,
    'multilang-sentiment': entry =>
        multilang(plain(entry.text), entry.language).score / tokens(entry.text).length || 0,
};

export const clarity = {
    'text-readability Flesch ease': entry => readability.fleschReadingEase(plain(entry.text)) || 0,
    'text-readability Dale-Chall': entry =>
        -readability.daleChallReadabilityScore(plain(entry.text)) || 0,
    'wink-nlp Flesch ease': entry =>
        wink.readDoc(plain(entry.text)).out(its.readabilityStats)?.fres ?? 0,
};

function properRuns(text) {
    const runs = [];
    let run = [];
    wink.readDoc(text).tokens().each(token => {
        if (token.out(its.pos) === 'PROPN') { run.push(token.out()); return; }
        if (run.length) { runs.push(run.join(' ')); }
        run = [];
    });
    return run.length ? [...runs, run.join(' ')] : runs;
}

const clean = text => text.replace(/^[\s"'(]+|[\s"'),.;:!?]+$/g, '').replace(/['’]s$/, '');

export const people = {
    'compromise': entry => nlp(plain(entry.text)).people().out('array').map(clean),
    'wink-nlp proper nouns': entry => properRuns(plain(entry.text)).map(clean),
};

function winkEntities(entry, types) {
    const found = wink.readDoc(plain(entry.text)).entities().out(its.detail);
    return found.filter(entity => types.includes(entity.type)).map(entity => entity.value);
}

function chronoDates(entry) {
    return chrono[entry.language].parse(plain(entry.text)).filter(result =>
        result.start.isCertain('month') || result.start.isCertain('day'));
}

export const dates = {
    'chrono-node': entry => chronoDates(entry).map(result => result.text),
    'wink-nlp': entry => winkEntities(entry, ['DATE']),
};

const isoOf = start => [['year', 4], ['month', 2], ['day', 2]]
    .map(([part, width]) => String(start.get(part)).padStart(width, '0')).join('-');

export const datesIso = {
    'chrono-node': entry => chronoDates(entry).flatMap(r => [r.start, r.end])
        .filter(start => start && start.isCertain('day') && start.isCertain('month')
            && start.isCertain('year')).map(isoOf),
};

// Programs give the wording of a sum; value and unit are read from it in the common way.
const UNITS = [[/€|\beuros?\b|\bEUR\b/i, 'EUR'], [/£|\bGBP\b|\bpounds?\b/i, 'GBP'],
               [/\$|\bUSD\b|\bdollars?\b/i, 'USD'], [/\bDKK\b/, 'DKK'], [/\bNOK\b/, 'NOK'],
               [/\bMXN\b/, 'MXN']];

function amountOf(text) {
    const unit = UNITS.find(([pattern]) => pattern.test(text))?.[1];
    let digits = text.match(/-?\d[\d.,\s]*/)?.[0].replace(/\s/g, '').replace(/[.,]$/, '');
    if (!unit || !digits) { return []; }
    if (/[.,]\d{1,2}$/.test(digits)) {
        digits = digits.replace(/[.,](?=.*[.,])/g, '').replace(',', '.');
    } else {
        digits = digits.replace(/[.,]/g, '');
    }
    return [{value: Number(digits), unit}];
}

export const amounts = {
    'compromise': entry => nlp(plain(entry.text)).money().out('array').flatMap(amountOf),
    'wink-nlp': entry => winkEntities(entry, ['MONEY']).flatMap(amountOf),
};

function taskItems(list) {
    return list.flatMap(token => [
        ...(token.type === 'list_item' && token.task ? [plain(token.text)] : []),
        ...taskItems(token.tokens ?? []), ...taskItems(token.items ?? [])]);
}

export const todos = {'marked task items': entry => taskItems(marked.lexer(entry.text))};

const linkify = new LinkifyIt();
export const links = {
    'linkify-it': entry => (linkify.match(entry.text) ?? []).map(match => match.url),
    'wink-nlp': entry => winkEntities(entry, ['URL']).map(clean),
};

function byCount(list) {
    const counts = new Map();
    list.forEach(word => counts.set(word, (counts.get(word) ?? 0) + 1));
    return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

let tfidf;
function tfidfTerms(entry) {
    if (!tfidf) {
        tfidf = new natural.TfIdf();
        originals(read('dev')).forEach(e => tfidf.addDocument(tokens(e.text)));
    }
    // The text asked about is weighed against dev; it is one more document of the collection.
    tfidf.addDocument(tokens(entry.text));
    const at = tfidf.documents.length - 1;
    const terms = tfidf.listTerms(at).map(item => item.term).filter(term => term.length > 2);
    tfidf.documents.pop();
    return terms;
}

export const keywords = {
    'keyword-extractor': entry => byCount(keywordExtractor.extract(plain(entry.text), {
        language: NAMES[entry.language], remove_digits: true, return_changed_case: true,
        remove_duplicates: false})),
    'natural tf-idf': entry => tfidfTerms(entry),
    'compromise nouns': entry => byCount(nlp(plain(entry.text)).nouns().out('array').map(clean)),
};

export const summary = {
    'node-summarizer': (entry, count) => {
        const text = sentences(entry.text).map(s => (/[.!?]$/.test(s) ? s : `${s}.`)).join(' ');
        const said = new SummarizerManager(text, count).getSummaryByFrequency().summary;
        return sentences(entry.text).filter(sentence => said.includes(sentence));
    },
};

// A classifier learns dev. For a dev text it learns the other four fifths only.
function classifier(labelOf, usable) {
    const train = entries => {
        const made = naiveBayes();
        made.defineConfig({considerOnlyPresence: true, smoothingFactor: 0.5});
        made.definePrepTasks([tokens]);
        entries.forEach(entry => made.learn(entry.text, labelOf(entry)));
        made.consolidate();
        return made;
    };
    const dev = originals(read('dev')).filter(usable);
    const fold = new Map(dev.map((entry, i) => [entry.id, i % 5]));
    const whole = train(dev);
    const folds = [0, 1, 2, 3, 4].map(k => train(dev.filter(entry => fold.get(entry.id) !== k)));
    return entry => (folds[fold.get(entry.id)] ?? whole).predict(entry.text);
}

export const form = {'wink naive Bayes': classifier(entry => entry.form, () => true)};
export const kind = {'wink naive Bayes': classifier(e => e.kind, e => e.kind !== undefined)};

const senseOrNot = classifier(e => (e.form === 'nonsense' ? 'nonsense' : 'sense'), () => true);
const sureness = entry => detectAll(plain(entry.text))[0]?.accuracy ?? 0;

// The bound on tinyld's own sureness that separates dev best; a single one, used for both files.
function bestBound() {
    const rows = originals(read('dev')).map(e => [sureness(e), e.form === 'nonsense']);
    const f1 = bound => {
        const called = rows.filter(([sure]) => sure <= bound);
        const hit = called.filter(([, is]) => is).length;
        return 2 * hit / (called.length + rows.filter(([, is]) => is).length);
    };
    return rows.map(([sure]) => sure).sort((a, b) => f1(b) - f1(a))[0];
}
const bound = bestBound();

export const nonsense = {
    'wink naive Bayes': entry => senseOrNot(entry) === 'nonsense',
    'tinyld unsure': entry => sureness(entry) <= bound,
};

// "Key: value" lines, keys matched to the property names of the form by Jaro-Winkler distance.
function fieldsByName(entry, formName) {
    const properties = {};
    const record = {};
    const spec = forms[formName]?.properties ?? {};
    for (const line of plain(entry.text).split('\n')) {
        const [, key, value] = line.match(/^([^:]{2,30}?)\s*:\s+(.+)$/) ?? [];
        if (!key) { continue; }
        const rated = Object.keys(spec).map(name => [natural.JaroWinklerDistance(
            name.toLowerCase(), key.toLowerCase(), {}), name]).sort((a, b) => b[0] - a[0]);
        if (!rated.length || rated[0][0] < 0.85) { continue; }
        const name = rated[0][1];
        const type = spec[name].type;
        properties[name] = type;
        if (type === 'array') {
            properties[`${name}[]`] = spec[name].items.type;
            if (spec[name].items.type === 'string') { record[name] = value.split(/,\s*/); }
        } else {
            const number = Number((value.match(/\d[\d.,]*/)?.[0] ?? '').replace(/,/g, ''));
            record[name] = type === 'string' ? value : number;
        }
    }
    return {properties, record};
}

export const schema = {
    'wink naive Bayes + Jaro-Winkler fields': entry =>
        fieldsByName(entry, form['wink naive Bayes'](entry)),
};

const words = new Map();
function shingles(text, size) {
    const key = `${size} ${text}`;
    if (!words.has(key)) {
        const list = tokens(text);
        words.set(key, new Set(list.map((_, i) => list.slice(i, i + size).join(' '))));
    }
    return words.get(key);
}

function jaccard(a, b, size) {
    const [x, y] = [shingles(a, size), shingles(b, size)];
    let common = 0;
    for (const item of x) { common += y.has(item); }
    return common / (x.size + y.size - common);
}

export const similarity = {
    'string-similarity': (a, b) => stringSimilarity.compareTwoStrings(a.text, b.text),
    'Jaccard of words': (a, b) => jaccard(a.text, b.text, 1),
    'Jaccard of 3-word runs': (a, b) => jaccard(a.text, b.text, 3),
};
