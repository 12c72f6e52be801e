// Reads our policies and decisions, one JSON line each, and asks casbin the same questions.
import { createInterface } from 'node:readline';
import { StringAdapter, newModelFromString, newEnforcer } from 'casbin';

const model = `
[request_definition]
r = sub, own, obj, act
[policy_definition]
p = sub, own, obj, act, eft
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = g(r.sub, p.sub) && keyMatch(r.own, p.own) && keyMatch(r.obj, p.obj) && keyMatch(r.act, p.act)
`;
let right = 0, wrong = 0, allowed = 0, rules = 0;
for await (const text of createInterface({ input: process.stdin })) {
    const line = JSON.parse(text);
    rules = Math.max(rules, line.rules.length);
    const policy = [...line.rules.map(rule => ['p', ...rule]), ...line.roles.map(role => ['g', ...role])];
    const enforcer = await newEnforcer(newModelFromString(model),
        new StringAdapter(policy.map(row => row.join(', ')).join('\n')));
    for (const [sub, own, obj, act, ours] of line.asks) {
        const theirs = enforcer.enforceSync(sub, own, obj, act);
        theirs === ours ? ++right : ++wrong;
        allowed += ours;
        if (theirs !== ours && wrong <= 3)
            console.error(`casbin says ${theirs}: ${sub} ${own} ${obj} ${act} under ${JSON.stringify(line.rules)}`);
    }
}
console.log(`${right} decisions alike, ${wrong} otherwise; ${allowed} allowed, at most ${rules} rules`);
process.exit(right > 0 && wrong === 0 && allowed > 0 && allowed < right ? 0 : 1);
