// The peers of P5: tokens, stems, sentiment and entities of the texts of a folder, one thread.
// Prints JSON on stdout. A pass over all texts warms each program and is not counted.
//   node text.mjs [FOLDER]
import {opendirSync, readFileSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

// A dependency of natural announces itself on stdout otherwise, in the middle of our JSON.
process.env.DOTENV_CONFIG_QUIET = 'true';
const natural = createRequire(import.meta.url)('natural');

const TEXTS_MAX = 200;

// The same texts as `dreamctl bench P5`: the first 200 in the order of the folder, 2 to 60 kB,
// valid UTF-8 without zeros and not blank.
function select(folder, texts = []) {
    const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
    const directory = opendirSync(folder);
    for (let at = directory.readSync(); at && texts.length < TEXTS_MAX; at = directory.readSync()) {
        const path = join(folder, at.name);
        const status = statSync(path, {throwIfNoEntry: false});
        if (at.isDirectory()) { select(path, texts); }
        if (!status?.isFile() || !/[^.].*\.(md|txt)$/.test(at.name)
            || status.size < 2000 || status.size > 60000) { continue; }
        try {
            const text = decoder.decode(readFileSync(path));
            if (!text.includes('\0') && /[^ \t-\r]/.test(text)) {
                texts.push({text, bytes: status.size});
            }
        } catch (error) {
            if (error.code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') { throw error; }
        }
    }
    directory.closeSync();
    return texts;
}

// Only the parts of the pipe these four need: the peer's fastest setting.
const wink = winkNLP(model, ['sbd', 'negation', 'sentiment', 'ner']);
const {its} = wink;

function byWink(text) {
    const doc = wink.readDoc(text);
    const tokens = doc.tokens();
    return {tokens: tokens.out(), stems: tokens.out(its.stem), sentiment: doc.out(its.sentiment),
            entities: doc.entities().out(its.detail)};
}

const tokenizer = new natural.WordTokenizer();
const sentiment = new natural.SentimentAnalyzer('English', natural.PorterStemmer, 'afinn');

// It knows no entities, so it does not spend time on them.
function byNatural(text) {
    const tokens = tokenizer.tokenize(text);
    return {tokens, stems: tokens.map(token => natural.PorterStemmer.stem(token)),
            sentiment: sentiment.getSentiment(tokens), entities: []};
}

function measure(program, texts) {
    texts.forEach(({text}) => program(text));
    const counts = {tokens: 0, entities: 0};
    const began = performance.now();
    const used = process.cpuUsage();
    for (const {text} of texts) {
        const made = program(text);
        counts.tokens += made.tokens.length;
        counts.entities += made.entities.length;
    }
    const {user, system} = process.cpuUsage(used);
    // processor time as with ours, but never more than the clock says: its helper threads are free
    const clock = (performance.now() - began) / 1000;
    return {seconds: Math.min((user + system) / 1e6, clock), ...counts};
}

const installed = name => JSON.parse(readFileSync(
    new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

const folder = process.argv[2] ?? '/usr/share/doc';
const texts = select(folder);
const bytes = texts.reduce((sum, text) => sum + text.bytes, 0);
const figures = [['wink-nlp', byWink], ['natural', byNatural]].map(([name, program]) => {
    const {seconds, tokens, entities} = measure(program, texts);
    return {name: `P5.${name}`, value: bytes / seconds / 1e6, unit: 'MB/s',
            conditions: `${texts.length} texts, ${bytes} bytes from ${folder}, ${tokens} tokens `
                + `and their stems, sentiment, ${entities} entities, one thread, warmed, `
                + `processor time, ${name} ${installed(name)}, node ${process.version.slice(1)}`};
});
console.log(JSON.stringify(figures, null, 1));
