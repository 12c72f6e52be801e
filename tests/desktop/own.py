#!/usr/bin/python3
"""Who one is and what one owns, from outside: a person looks at the own passport, writes down twelve
words, joins, claims a name, takes in somebody with a passphrase, sees why something may not be done,
reads the books, pays and is refused, speaks for the other and locks that key. Keyboard and screen
reader only; at the end the terminal tells the same.
Usage: own.py DREAMSCOPE DREAMCTL"""
import json
import os
import subprocess
import sys

import desk
from desk import Failed, say
from first import everything_speaks

TEXT = "# Rain barrels\n\nThe beans need forty litres a week. On Sunday I measure the gutter and ask Jonas for two barrels.\n"
SECRET = "a passphrase of ida"


def passport(program):
    """The words a screen reader says of the identity, in order."""
    program.press("push button", "^Passports$")
    program.see("heading", "^Passports$")
    program.see("table row", "^Owner, Dreamer, trust \\d+$")
    program.see_words("^Key kept: ")
    everything_speaks(program, "passports")
    program.press("push button", "^Join$")
    program.see("heading", "^The charter$")
    program.press("push button", "^I accept the charter$")
    program.see("table row", "^Owner, Citizen, trust \\d+$")
    program.press("push button", "^Claim a name$")
    program.fill("text", "^Name, like ida.dream$", "no name")
    program.press("push button", "^Claim it$")
    program.see_words("Not done")
    program.fill("text", "^Name, like ida.dream$", "mara.dream")
    program.key("Return")
    program.see_words("^mara.dream is yours")
    say("joined under the charter, a name refused and a name claimed")
    program.press("push button", "^Twelve words$")
    program.press("push button", "^Show them$")
    program.see_words("^12\\. [a-z]+$")
    said = [name.split(". ") for name in program.words_of("label", "^\\d+\\. [a-z]+$")]
    program.press("push button", "^I have written them down$")
    program.gone("heading", "^The twelve words")
    return [word for number, word in sorted(said, key=lambda pair: int(pair[0]))]


def somebody(program):
    program.press("push button", "^Somebody$")
    program.see("heading", "^Somebody new$")
    program.fill("text", "^Short name", "ida")
    program.fill("text", "^Name, as it is shown$", "Ida Berg")
    program.fill("password text", "^Passphrase, or nothing$", SECRET)
    program.fill("password text", "^The same once more$", SECRET + "x")
    program.press("push button", "^Add them$")
    program.see_words("The two passphrases are not alike")
    program.fill("password text", "^The same once more$", SECRET)
    program.key("Return")
    program.see("table row", "^Ida Berg, Visitor")
    say("somebody with a key of their own, after two passphrases that were not alike")
    program.press("table row", "^Ida Berg, Visitor")
    program.press("push button", "^Rights$")
    program.see_words("^Yes$")
    program.fill("text", "^Find a command$", "backUp")
    program.press("push button", "^Command:")
    program.press("push button", "^Back up now")
    program.see_words("^No$")
    say("rights say why a visitor may not make a backup")


def market(program):
    program.press("push button", "^Market$")
    program.see_words("^Balance: \\d")
    everything_speaks(program, "market")
    program.press("push button", "^Verify books$")
    program.see_words("[Bb]ooks|balance")
    program.fill("text", "^Pay to$", "ida")
    program.fill("text", "^Amount$", "1000000")
    program.key("Return")
    program.see_words("not enough")
    program.fill("text", "^Amount$", "2")
    program.key("Return")
    program.see_words("^Paid$")
    program.see_words("^ida, wallet|^ida")
    say("a payment that could not be covered was refused, another was made")


def other(program):
    program.press("push button", "of profile")
    program.press("push button", "^ida$")
    program.press("push button", "of profile")
    program.press("push button", "^Lock my key$")
    program.press("push button", "of profile")
    program.see("push button", "^Unlock my key$")
    program.press("push button", "^Unlock my key$")
    program.see("heading", "^Unlock the key of ida$")
    program.fill("password text", "^Passphrase$", "not hers")
    program.press("push button", "^Unlock$")
    program.see_words("Not done", 20)
    program.fill("password text", "^Passphrase$", SECRET)
    program.press("push button", "^Unlock$")
    program.gone("heading", "^Unlock the key of ida$")
    say("the window spoke for somebody else, whose key was locked and unlocked")


def told(control, profile, *words):
    found = subprocess.run([control, "--profile", profile, "--json"] + list(words), stdout=subprocess.PIPE)
    if found.returncode != 0:
        raise Failed("dreamctl %s ended with %d" % (" ".join(words), found.returncode))
    return json.loads(found.stdout)


def the_same(control, profile, words):
    people = {one["actor"]: one for one in told(control, profile, "rows", "passports.passports") if one["holder"] == "person"}
    if people["owner"]["domain"] != "mara.dream" or people["owner"]["level"] != "citizen":
        raise Failed("the passport of the owner is another: %s" % people["owner"])
    wallets = {one["owner"]: one for one in told(control, profile, "rows", "tokens.accounts", "--where", "token=dream")
               if one["purpose"] == "wallet"}
    if wallets["ida"]["balance"] != "2":
        raise Failed("ida has %s" % wallets["ida"]["balance"])
    told(control, profile, "verify", "--books")
    for path, _, names in os.walk(profile):
        for name in names:
            with open(os.path.join(path, name), "rb") as file:
                held = file.read()
            if SECRET.encode() in held or " ".join(words).encode() in held:
                raise Failed("a secret stands in %s" % name)
    say("the terminal tells the same, the books balance, and no file of the profile holds a secret")


def story(window, control, home):
    profile = home + "/profile"
    with open(home + "/garden.md", "w") as text:
        text.write(TEXT)
    subprocess.run([control, "--profile", profile, "dream", home + "/garden.md"], check=True, stdout=subprocess.DEVNULL)
    program = desk.Program([window, "--profile", profile, "--page", "dreams", "--size", "1400x860"], "DreamScope")
    words = passport(program)
    if len(words) != 12:
        raise Failed("%d words were said" % len(words))
    somebody(program)
    market(program)
    other(program)
    program.key("ctrl+q")
    if program.process.wait(60) != 0:
        raise Failed("it ended with %d" % program.process.returncode)
    the_same(control, profile, words)


if __name__ == "__main__":
    sys.exit(desk.tell(__file__, story, "who one is and what one owns"))
