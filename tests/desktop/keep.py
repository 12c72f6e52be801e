#!/usr/bin/python3
"""The second day with DreamScope, from outside: a person changes settings and takes them back, adds
the sample world and removes it, makes a backup, loses nothing by restoring it into a profile of its
own, and opens that one beside the first. Keyboard and screen reader only.
Usage: keep.py DREAMSCOPE DREAMCTL"""
import json
import os
import re
import subprocess
import sys

import desk
from desk import Failed, say
from first import everything_speaks

TITLE = "Rain barrels for the roof garden"
BODY = "The beans need forty litres a week. On Sunday I measure the gutter and ask Jonas for two barrels.\n"


def settings(program, profile):
    program.key("ctrl+comma")
    program.see("heading", "^Appearance$")
    program.key("ctrl+f")
    program.focused("^Search settings$")
    everything_speaks(program, "settings")
    program.press("push button", "^Dark$")
    program.press("push button", "^Text size: more$")
    program.see_words("^Back to “System”$")
    program.see_words("^110 %$")
    kept = open(profile + "/window.ini").read()
    if "theme=dark" not in kept or "textPercent=110" not in kept:
        raise Failed("not kept: " + kept)
    say("theme and text size are changed, shown as changed, and kept")
    program.press("check box", "^Changed only$")
    program.gone("label", "^Reduce motion$")
    program.press("push button", "^Reset all$")
    program.see_words("2 settings are back")
    program.press("push button", "^Undo$")
    program.see_words("^110 %$")
    program.press("check box", "^Changed only$")
    program.type("quiet")
    program.press("check box", "^Quiet hours$")
    program.fill("text", "^Quiet from$", "21:30")
    program.key("Return")
    program.see_words("^Back to “22:00”$")
    program.fill("text", "^Quiet from$", "25:99")
    program.key("Return")
    field = program.see("text", "^Quiet from$")
    program.wait(lambda: "A time of day is needed" in (field.get_description() or ""), "what is wrong with the time")
    say("quiet hours from 21:30; a time there is not was refused where it was typed")


def samples(program, profile):
    program.fill("text", "^Search settings$", "")
    program.press("push button", "^Profile$")
    program.press("push button", "^Add the sample world$")
    program.see("push button", "^Remove the sample world$")
    kept = open(profile + "/window.ini").read()
    if not re.search(r"^samples=\w{13}, \w{13}", kept, re.M):
        raise Failed("which dreams are samples is not kept: " + kept)
    program.press("push button", "^Remove the sample world$")
    program.see("push button", "^Add the sample world$", 60)
    say("the sample world came and went")


def back_up(program, folder):
    """The twelve words, as a screen reader says them."""
    program.press("push button", "^Backups$")
    everything_speaks(program, "backups")
    program.fill("text", "^Folder of the backups$", "/dev/null/nowhere")
    program.press("push button", "^Back up now$")
    program.see_words("^The backup of .* failed\\. cannot make /dev/null/nowhere", 30)
    say("a folder that is not there is refused, in words")
    program.fill("text", "^Folder of the backups$", folder)
    program.press("push button", "^Back up now$")
    program.see_words("proved by a test restore", 60)
    program.press("push button", "^Show the twelve words")
    program.see_words("^12\\. [a-z]+$")
    said = [name.split(". ") for name in program.words_of("label", "^\\d+\\. [a-z]+$")]
    words = [word for number, word in sorted(said, key=lambda pair: int(pair[0]))]
    if len(set(words)) < 10 or len(words) != 12:
        raise Failed("twelve words, but: " + " ".join(words))
    program.press("push button", "^I have written them down$")
    say("backed up, and proved by a test restore")
    return words


def restore(program, words, folder):
    program.press("push button", "^Restore…")
    program.see("heading", "^Restore a backup$")
    everything_speaks(program, "restore")
    for shift in range(1, 12):  # one order in sixteen has a fitting checksum by chance (BIP-39: 4 bits)
        program.fill("text", "^Its twelve words", " ".join(words[shift:] + words[:shift]))
        if "do not fit" in program.see_words("they do not fit together yet|^These are twelve words").get_name():
            break
    else:
        raise Failed("twelve words fit together in any order")
    program.fill("text", "^Its twelve words", " ".join(words))
    program.see_words("These are twelve words of a backup")
    program.fill("text", "^New folder of the profile$", folder)
    program.press("push button", "^Restore$")
    program.see_words("^Restored into .* verified and replayed", 60)
    say("restored into a profile of its own")
    program.press("push button", "^Open that profile$")
    beside = program.other()
    beside.see("list item", "^" + TITLE)
    say("the restored profile stands in a window beside the first")
    beside.key("ctrl+q")
    beside.process.wait(60)


def same_dreams(control, one, other):
    def rows(profile):
        done = subprocess.run([control, "--profile", profile, "--json", "rows", "dreams.dreams"], capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed("dreamctl rows: " + done.stderr)
        return json.loads(done.stdout)
    if rows(one) != rows(other):
        raise Failed("the restored dreams differ")
    for profile in (one, other):
        done = subprocess.run([control, "--profile", profile, "verify"], capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed("dreamctl verify: " + done.stdout + done.stderr)
    say("both verify, and hold the same dreams")


def story(window, control, home):
    profile, restored = home + "/profile", home + "/restored"
    os.mkdir(home + "/elsewhere")
    with open(home + "/garden.md", "w") as text:
        text.write("# %s\n\n%s" % (TITLE, BODY))
    subprocess.run([control, "--profile", profile, "dream", home + "/garden.md"], check=True, stdout=subprocess.DEVNULL)
    program = desk.Program([window, "--profile", profile, "--page", "dreams", "--size", "1360x820"], "DreamScope")
    program.see("list item", "^" + TITLE)
    settings(program, profile)
    samples(program, profile)
    words = back_up(program, home + "/elsewhere")
    restore(program, words, restored)
    program.activate()
    program.key("ctrl+q")
    if program.process.wait(60) != 0:
        raise Failed("it ended with %d" % program.process.returncode)
    same_dreams(control, profile, restored)


if __name__ == "__main__":
    sys.exit(desk.tell(__file__, story, "the second day"))
