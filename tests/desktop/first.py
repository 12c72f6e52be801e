#!/usr/bin/python3
"""The first hour with DreamScope, from outside: a person with a keyboard and a screen reader starts it
on an empty profile, goes the five first steps, writes a dream, has its receipts verified, finds it
again, takes something back, is refused and mends it, and leaves. Nothing of the program's inside is known here.
Usage: first.py DREAMSCOPE DREAMCTL"""
import os
import subprocess
import sys
import time

import desk
from desk import Failed, say

TITLE = "A tool library in the boiler house"
BODY = ("The boiler house behind the school has stood empty since March. On Tuesday Anna and I counted eleven "
        "drills in our stairwell alone. First we ask the housing office for the key, then we find ten people "
        "who will each lend one thing. It must not cost more than 300 euros.")


FIRST = "I was in a house with a hundred doors. Behind each door the sea was a little higher."
STEPS_WITHIN = 60  # seconds, from the start of the program to the end of the fifth step


def everything_speaks(program, where):
    bad, seen = program.mute()
    if bad:
        raise Failed("%s: %s" % (where, "; ".join(sorted(set(bad)))))
    if seen < 8:
        raise Failed("%s: only %d things can have the focus" % (where, seen))
    say("%s: %d focusable things, each with name, role and action" % (where, seen))


def five_steps(program, backups, began):
    """Name and key, a first dream, its first receipt, a look around, a backup."""
    program.see("heading", "^You and your key$")
    program.focused("^Your name$")
    program.type("Mara Lindt")
    everything_speaks(program, "first step")
    program.key("Return")
    program.see("heading", "^A first dream$")
    program.fill("text", "^Your first dream$", FIRST)
    program.press("push button", "^Give it to the agents$")
    program.see("heading", "^Its first receipt$")
    program.press("push button", "^Verify \\d+ receipts? offline$")
    program.see_words("receipts? holds?")
    program.press("push button", "^Next$")
    program.see("heading", "^Look around$")
    everything_speaks(program, "fourth step")
    program.press("push button", "^Next$")
    program.see("heading", "^A first backup$")
    program.fill("text", "^Folder of the backups$", backups)
    program.press("push button", "^Back up now$")
    program.press("push button", "^Show the twelve words")
    program.see_words("^12\\. [a-z]+$")
    program.press("push button", "^I have written them down$")
    program.press("push button", "^Begin$")
    program.see("push button", "^New dream")
    took = time.monotonic() - began
    say("the five first steps took %.1f s" % took)
    if took > STEPS_WITHIN:
        raise Failed("the first steps took %.0f s" % took)
    program.see("push button", "^Mara Lindt of profile")


def write_and_wait(program):
    program.key("ctrl+n")
    program.focused("^Title$")
    program.type(TITLE)
    program.key("Return")
    program.focused("Markdown")
    program.type(BODY)
    # Nobody saves: it keeps itself.
    program.see("list item", "^" + TITLE)
    say("the dream is in the list")
    everything_speaks(program, "while writing")
    program.key("Escape")
    program.see("list item", "^%s.*Understood" % TITLE, 120)
    say("the dream is understood")


def verify(program):
    name = program.press("push button", "^Verify \\d+ receipts? offline")
    count = int("".join(c for c in name if c.isdigit()))
    if count < 4:
        raise Failed("only %d receipts" % count)
    program.see_words("%d receipts hold" % count)
    say("%d receipts hold" % count)


def atlas_and_palette(program):
    program.press("push button", "^Atlas$")
    program.press("list item", "^Super Spine,")
    program.see("heading", "^Super Spine$")
    program.see("push button", "^Have a dream worked$")
    everything_speaks(program, "Atlas")
    program.key("ctrl+k")
    program.focused("Search|command")
    program.type("boiler")
    program.see_words("^" + TITLE)
    program.key("Return")
    program.see("heading", "^" + TITLE)
    say("the palette found the dream")


def search(program):
    program.key("ctrl+f")
    program.focused("Words in the dream")
    program.type("stairwell")
    program.see("list item", "^" + TITLE)
    program.type(" zeppelin")
    program.gone("list item", "^" + TITLE)
    program.key("Escape")
    program.see("list item", "^" + TITLE)
    say("search follows the words")


def take_back(program):
    program.press("push button", "^Archive$")
    program.gone("list item", "^" + TITLE)
    program.press("push button", "^Undo$")
    program.see("list item", "^" + TITLE)
    say("archived, and taken back")


def be_refused(program):
    program.key("ctrl+n")
    program.focused("^Title$")
    program.type("The same once more")
    program.key("Return")
    program.type(BODY)
    program.see_words("not kept.*already here")
    say("a refusal stands where the action was")
    everything_speaks(program, "with a refusal")
    # What is missing was said; it is met, and the refusal goes by itself.
    program.type(" Ten people are enough for a start.")
    program.see("list item", "^The same once more")
    program.gone("notification", "not kept")
    say("what was missing is there: the dream is kept")
    program.key("Escape")
    program.see("list item", "^The same once more.*Understood", 120)


def leave(program, control, profile):
    program.key("ctrl+q")
    code = program.process.wait(60)
    if code != 0:
        raise Failed("it ended with %d" % code)
    checked = subprocess.run([control, "--profile", profile, "verify"], capture_output=True, text=True)
    if checked.returncode != 0:
        raise Failed("dreamctl verify: " + checked.stdout + checked.stderr)
    say("left; the journal verifies from outside")


def main():
    window, control = (os.path.abspath(path) for path in sys.argv[1:3])
    desk.inside_or_start(os.path.abspath(__file__), [window, control])
    profile = os.environ["HOME"] + "/profile"
    program = None
    try:
        backups = os.environ["HOME"] + "/elsewhere"
        os.mkdir(backups)
        began = time.monotonic()
        program = desk.Program([window, "--profile", profile, "--theme", "light", "--size", "1360x820"], "DreamScope")
        say("the window is there")
        five_steps(program, backups, began)
        everything_speaks(program, "with the first dream")
        write_and_wait(program)
        verify(program)
        everything_speaks(program, "with a dream")
        atlas_and_palette(program)
        search(program)
        take_back(program)
        be_refused(program)
        leave(program, control, profile)
    except Failed as failed:
        print("not ok:", failed)
        if program and os.environ.get("DESK_PICTURE"):
            program.picture(os.environ["DESK_PICTURE"])
        return 1
    finally:
        if program:
            program.end()
    print("ok: the first hour")
    return 0


if __name__ == "__main__":
    sys.exit(main())
