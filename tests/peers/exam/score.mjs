// The formulas of tests/exam/scoring.md. Owns how a figure is counted; knows no program.
const KIN = new Set(('mum mom mother dad father grandma grandpa granny gran grandmother ' +
    'grandfather brother sister son daughter aunt uncle oma opa mama papa mutter vater bruder ' +
    'schwester tante onkel großmutter großvater abuela abuelo madre padre mamá papá hermano ' +
    'hermana tía tío mamie papi maman mère père frère sœur oncle').split(' '));

export const norm = text => String(text).normalize('NFC').toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, ' ').trim();
export const tokens = text => (norm(text) === '' ? [] : norm(text).split(' '));

export function dice(left, right) {
    const [a, b] = [tokens(left), tokens(right)];
    const rest = [...b];
    let common = 0;
    for (const token of a) {
        const at = rest.indexOf(token);
        if (at >= 0) { rest.splice(at, 1); ++common; }
    }
    return a.length + b.length === 0 ? 0 : 2 * common / (a.length + b.length);
}

export function near(left, right) {
    let [a, b] = [tokens(left), tokens(right)];
    if (a.length > b.length) { [a, b] = [b, a]; }
    if (a.length === 0 || 2 * a.length < b.length) { return false; }
    return ` ${b.join(' ')} `.includes(` ${a.join(' ')} `);
}

function alike(x, y) {
    if (x === y) { return true; }
    const [a, b] = [[...x], [...y]];
    if (a.length < 4 || b.length < 4) { return false; }
    let same = 0;
    while (same < a.length && same < b.length && a[same] === b[same]) { ++same; }
    return same >= 0.75 * Math.max(a.length, b.length);
}

export function looseDice(left, right) {
    const [a, b] = [tokens(left), tokens(right)];
    const rest = [...b];
    let common = 0;
    for (const token of a) {
        const at = rest.findIndex(other => alike(token, other));
        if (at >= 0) { rest.splice(at, 1); ++common; }
    }
    return a.length + b.length === 0 ? 0 : 2 * common / (a.length + b.length);
}

const round = value => Math.round(value * 10000) / 10000;
const ratio = (part, whole) => (whole === 0 ? 0 : part / whole);

export function prf(hit, falsely, missed, n) {
    const [p, r] = [ratio(hit, hit + falsely), ratio(hit, hit + missed)];
    return {f1: round(ratio(2 * p * r, p + r)), precision: round(p), recall: round(r), n};
}

// One text of a set figure: adds hits, false ones and misses to `sum`.
export function countSet(sum, predicted, labels, match, ignore = () => false, same = norm) {
    const seen = new Set();
    const taken = labels.map(() => false);
    for (const guess of predicted) {
        if (seen.has(same(guess))) { continue; }
        seen.add(same(guess));
        let at = labels.findIndex((label, i) => !taken[i] && same(label) === same(guess));
        if (at < 0) { at = labels.findIndex((label, i) => !taken[i] && match(guess, label)); }
        if (at >= 0) { taken[at] = true; ++sum.hit; continue; }
        const again = labels.some((label, i) => taken[i] && match(guess, label));
        if (!again && !ignore(guess)) { ++sum.falsely; }
    }
    sum.missed += taken.filter(t => !t).length;
    sum.n += labels.length;
}

export function setF1(entries, predict, labelsOf, match, ignore, same) {
    const sum = {hit: 0, falsely: 0, missed: 0, n: 0};
    for (const entry of entries) {
        countSet(sum, predict(entry), labelsOf(entry), match, ignore, same);
    }
    return prf(sum.hit, sum.falsely, sum.missed, sum.n);
}

export const ignorePerson = guess => KIN.has(norm(guess));

export function ignoreDate(guess) {
    const words = tokens(guess);
    const digits = words.filter(word => /\p{Nd}/u.test(word));
    return digits.length === 0 || (words.length === 1 && /^\d{4}$/.test(words[0]));
}

export function amountsF1(entries, predict) {
    const key = amount => `${Number(amount.value).toFixed(2)} ${amount.unit}`;
    const distinct = list => [...new Map(list.map(amount => [key(amount), amount])).values()];
    const equal = (a, b) => Math.abs(a.value - b.value) < 0.005 && a.unit === b.unit;
    return setF1(entries, e => distinct(predict(e)), e => distinct(e.labels.amounts), equal,
                 undefined, key);
}

function ranks(values) {
    const order = values.map((value, i) => [value, i]).sort((a, b) => a[0] - b[0]);
    const out = new Array(values.length);
    for (let i = 0; i < order.length;) {
        let k = i;
        while (k < order.length && order[k][0] === order[i][0]) { ++k; }
        for (let m = i; m < k; ++m) { out[order[m][1]] = (i + k - 1) / 2 + 1; }
        i = k;
    }
    return out;
}

export function spearman(xs, ys) {
    const [a, b] = [ranks(xs), ranks(ys)];
    const mean = list => list.reduce((sum, value) => sum + value, 0) / list.length;
    const [ma, mb] = [mean(a), mean(b)];
    let [cov, va, vb] = [0, 0, 0];
    for (let i = 0; i < a.length; ++i) {
        cov += (a[i] - ma) * (b[i] - mb);
        va += (a[i] - ma) ** 2;
        vb += (b[i] - mb) ** 2;
    }
    return va === 0 || vb === 0 ? 0 : round(cov / Math.sqrt(va * vb));
}

export function accuracy(entries, predict, labelOf) {
    const hits = entries.filter(entry => predict(entry) === labelOf(entry)).length;
    return {accuracy: round(ratio(hits, entries.length)), n: entries.length};
}

export function macroF1(entries, predict, labelOf, classes) {
    const f1 = name => {
        const guessed = entries.map(predict);
        let [hit, falsely, missed] = [0, 0, 0];
        entries.forEach((entry, i) => {
            hit += guessed[i] === name && labelOf(entry) === name;
            falsely += guessed[i] === name && labelOf(entry) !== name;
            missed += guessed[i] !== name && labelOf(entry) === name;
        });
        return ratio(2 * hit, 2 * hit + falsely + missed);
    };
    return round(classes.reduce((sum, name) => sum + f1(name), 0) / classes.length);
}

export function valence(entries, predict) {
    const signOf = rows => {
        const marked = rows.filter(entry => entry.labels.valence !== 0);
        const share = sign => {
            const side = marked.filter(entry => Math.sign(entry.labels.valence) === sign);
            return ratio(side.filter(e => Math.sign(predict(e)) === sign).length, side.length);
        };
        return {sign: round((share(1) + share(-1)) / 2), signN: marked.length};
    };
    return {spearman: spearman(entries.map(predict), entries.map(e => e.labels.valence)),
            n: entries.length, ...signOf(entries),
            trapSign: signOf(entries.filter(entry => entry.labels.trap)).sign,
            trapN: signOf(entries.filter(entry => entry.labels.trap)).signN};
}

export function summary(entries, predict) {
    let [hits, n] = [0, 0];
    for (const entry of entries) {
        const labels = [...entry.labels.summarySentences];
        n += labels.length;
        for (const guess of predict(entry, labels.length).slice(0, labels.length)) {
            const at = labels.findIndex(label => dice(guess, label) >= 0.8);
            if (at >= 0) { labels.splice(at, 1); ++hits; }
        }
    }
    return {recall: round(ratio(hits, n)), n};
}

// Schema: `predict` gives {properties: {path: type}, record}.
export function schema(entries, predict) {
    let [hit, guessed, labelled] = [0, 0, 0];
    for (const entry of entries) {
        const guess = predict(entry).properties;
        for (const [path, type] of Object.entries(entry.schema.properties)) {
            ++labelled;
            hit += guess[path] === type || (guess[path] === 'integer' && type === 'number');
        }
        guessed += Object.keys(guess).length;
    }
    return prf(hit, guessed - hit, labelled - hit, labelled);
}

export function leaves(value, path = '', out = []) {
    if (Array.isArray(value)) {
        value.forEach(item => leaves(item, `${path}[]`, out));
    } else if (value !== null && typeof value === 'object') {
        Object.entries(value).forEach(([k, v]) => leaves(v, path ? `${path}.${k}` : k, out));
    } else {
        out.push([path, value]);
    }
    return out;
}

function sameValue(a, b) {
    if (typeof a === 'number' && typeof b === 'number') { return Math.abs(a - b) < 0.005; }
    if (typeof a !== 'string' || typeof b !== 'string') { return a === b; }
    return norm(a) === norm(b) || dice(a, b) >= 0.6;
}

export function record(entries, predict) {
    let [hits, guessed, labelled] = [0, 0, 0];
    for (const entry of entries) {
        const free = leaves(entry.schema.record);
        const guesses = leaves(predict(entry).record ?? {});
        labelled += free.length;
        guessed += guesses.length;
        for (const [path, value] of guesses) {
            const at = free.findIndex(([p, v]) => p === path && sameValue(v, value));
            if (at >= 0) { free.splice(at, 1); ++hits; }
        }
    }
    return {recall: round(ratio(hits, labelled)), precision: round(ratio(hits, guessed)),
            n: labelled};
}

export function copies(rows, threshold) {
    const [truly, hard] = [rows.filter(row => row.copy), rows.filter(row => row.hard)];
    const called = rows.filter(row => row.similarity >= threshold);
    const calledHard = hard.filter(row => row.similarity >= threshold).length;
    const hit = called.filter(row => row.copy).length;
    let wins = 0;
    for (const t of truly) {
        for (const h of hard) {
            wins += t.similarity > h.similarity ? 1 : t.similarity === h.similarity ? 0.5 : 0;
        }
    }
    return {...prf(hit, called.length - hit, truly.length - hit, truly.length),
            separation: round(ratio(wins, truly.length * hard.length)),
            hardFalse: round(ratio(calledHard, hard.length)),
            hardN: hard.length};
}

export function bestThreshold(rows) {
    const candidates = [...new Set(rows.filter(row => row.copy).map(row => row.similarity))];
    candidates.sort((a, b) => b - a);
    let best = {f1: -1, threshold: candidates[0]};
    for (const threshold of candidates) {
        const f1 = copies(rows, threshold).f1;
        if (f1 > best.f1) { best = {f1, threshold}; }
    }
    return best.threshold;
}
