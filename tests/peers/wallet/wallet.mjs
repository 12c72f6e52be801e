// `wallet.mjs verify`: reads our lines and judges each by viem and by ethers. `wallet.mjs sign`:
// reads our lines and signs the same with their code, viem and ethers by turns, anew.
import { createInterface } from 'node:readline';
import { Wallet, verifyMessage, verifyTypedData } from 'ethers';
import { verifyMessage as viemMessage, verifyTypedData as viemTyped } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { parseSiweMessage } from 'viem/siwe';

const verb = process.argv[2];
let right = 0, wrong = 0, number = 0;
for await (const text of createInterface({ input: process.stdin })) {
    const line = JSON.parse(text);
    const { EIP712Domain, ...types } = line.typed.types;
    const { domain, message } = line.typed;
    if (verb === 'sign') {
        const account = privateKeyToAccount(line.secret), wallet = new Wallet(line.secret);
        const isViem = number++ % 2 === 0;
        line.message += ' \u00e4 ' + number;
        line.address = isViem ? account.address : wallet.address;
        line.signature = isViem ? await account.signMessage({ message: line.message })
            : await wallet.signMessage(line.message);
        line.typedSignature = isViem ? await account.signTypedData(line.typed)
            : await wallet.signTypedData(domain, types, message);
        console.log(JSON.stringify(line));
        continue;
    }
    const { address, signature, typedSignature } = line;
    const read = parseSiweMessage(line.message);
    const isRight = privateKeyToAccount(line.secret).address === address
        && new Wallet(line.secret).address === address && read.address === address
        && read.chainId === 8453 && verifyMessage(line.message, signature) === address
        && verifyTypedData(domain, types, message, typedSignature) === address
        && await viemMessage({ address, message: line.message, signature })
        && await viemTyped({ address, ...line.typed, signature: typedSignature });
    isRight ? ++right : ++wrong;
}
if (verb !== 'sign') {
    console.log(`${right} right, ${wrong} wrong`);
    process.exit(right > 0 && wrong === 0 ? 0 : 1);
}
