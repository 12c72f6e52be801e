#!/usr/bin/python3
"""What lies beside the pages, from outside: a dream in a window of its own, rows that are copied from
the keyboard, a dream dragged as a file into another program, the wall, a tray that speaks the Status
Notifier protocol, and a disk that is really full and then is not.
Usage: beside.py DREAMSCOPE DREAMCTL"""
import os
import shutil
import subprocess
import sys
import time

import desk
from desk import Failed, say
from first import everything_speaks

TITLE = "Rain barrels for the roof garden"
BODY = "The beans need forty litres a week. On Sunday I measure the gutter and ask Jonas for two barrels.\n"
LATER = "What I thought of while the disk was full"


def show(program, title):
    program.key("ctrl+2")
    program.press("list item", "^" + title)
    program.see("heading", "^" + title)


def window_of_its_own(program):
    show(program, TITLE)
    program.key("ctrl+shift+o")
    beside = program.wait(lambda: program.windows(TITLE + " — DreamScope"), "a window of the dream")[-1]
    subprocess.run(["xdotool", "windowactivate", "--sync", beside], check=True)
    program.wait(lambda: program.mute()[1] > 40, "both windows on the accessibility bus")
    everything_speaks(program, "two windows")
    program.key("ctrl+w")
    program.wait(lambda: not program.windows(TITLE + " — DreamScope"), "the window to go")
    program.activate()
    say("the dream stood in a window of its own")


def copy_a_row(program):
    """The clipboard is read by writing a dream from it."""
    program.see("list", "^Dreams$").get_component_iface().grab_focus()
    program.key("Down", "shift+F10")
    program.press("push button", "^Copy the row as Markdown$")
    program.see_words("^Row copied as Markdown$")
    program.gone("popup menu", ".")
    program.focused("^Dreams$")
    program.key("ctrl+shift+v")
    field = program.see("text", "Markdown")
    words = program.wait(lambda: field.get_text_iface() and field.get_text_iface().get_text(0, -1), "the copied row")
    if "| Title |" not in words or TITLE not in words:
        raise Failed("copied was: " + words)
    program.key("ctrl+a", "Delete", "Escape")
    say("a row was copied and pasted")


def drag_out(program, window, home):
    """Into another DreamScope, which takes files that are dropped on it."""
    os.makedirs(home + "/other")
    other = desk.Program([window, "--profile", home + "/other", "--page", "dreams", "--size", "700x800"], "DreamScope")
    try:
        subprocess.run(["xdotool", "windowmove", other.window, "0", "0"], check=True)
        subprocess.run(["xdotool", "windowsize", "--sync", program.window, "720", "820"], check=True)
        subprocess.run(["xdotool", "windowmove", program.window, "715", "0"], check=True)
        program.activate()
        time.sleep(0.6)
        grip = program.see("push button", "^Drag out as a Markdown file")
        box = grip.get_extents(program.atspi.CoordType.SCREEN)
        x, y = box.x + box.width // 2, box.y + box.height // 2
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "mousedown", "1"], check=True)
        for step in range(1, 13):
            subprocess.run(["xdotool", "mousemove", str(x + (300 - x) * step // 12), str(y + (400 - y) * step // 12)], check=True)
            time.sleep(0.05)
        time.sleep(0.5)
        subprocess.run(["xdotool", "mouseup", "1"], check=True)
        other.see("list item", "^" + TITLE)
        say("dragged out, it became a dream of the other program")
    finally:
        other.end()
    subprocess.run(["xdotool", "windowmove", program.window, "0", "0"], check=True)
    subprocess.run(["xdotool", "windowsize", "--sync", program.window, "1360", "820"], check=True)
    program.activate()


def wall(program):
    program.key("F11")
    high = program.wait(lambda: program.windows("Wall — DreamScope"), "the wall")[-1]
    def fills():
        found = subprocess.run(["xdotool", "getwindowgeometry", "--shell", high], capture_output=True, text=True).stdout
        return "WIDTH=1440" in found and "HEIGHT=900" in found
    program.wait(fills, "the wall to fill the screen")
    program.see("heading", "^Well")
    subprocess.run(["xdotool", "windowactivate", "--sync", high], check=True)
    program.key("Escape")
    program.wait(lambda: not program.windows("Wall — DreamScope"), "the wall to go")
    program.activate()
    say("the wall filled the screen")


class Tray:
    """The other side of the protocol: org.kde.StatusNotifierWatcher, as a panel offers it."""
    XML = """<node><interface name='org.kde.StatusNotifierWatcher'>
        <method name='RegisterStatusNotifierItem'><arg type='s' direction='in'/></method>
        <method name='RegisterStatusNotifierHost'><arg type='s' direction='in'/></method>
        <property name='RegisteredStatusNotifierItems' type='as' access='read'/>
        <property name='IsStatusNotifierHostRegistered' type='b' access='read'/>
        <property name='ProtocolVersion' type='i' access='read'/></interface></node>"""

    def __init__(self):
        from gi.repository import Gio, GLib
        self.gio, self.glib, self.items = Gio, GLib, []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        info = Gio.DBusNodeInfo.new_for_xml(self.XML).interfaces[0]
        self.bus.register_object("/StatusNotifierWatcher", info, self._call, self._get, None)
        self.name = Gio.bus_own_name_on_connection(self.bus, "org.kde.StatusNotifierWatcher", 0, None, None)

    def _call(self, _bus, sender, _path, _interface, method, arguments, invocation):
        if method == "RegisterStatusNotifierItem":
            self.items.append((sender, arguments.unpack()[0]))
        invocation.return_value(None)

    def _get(self, _bus, _sender, _path, _interface, name):
        values = {"RegisteredStatusNotifierItems": self.glib.Variant("as", [item[0] for item in self.items]),
                  "IsStatusNotifierHostRegistered": self.glib.Variant("b", True), "ProtocolVersion": self.glib.Variant("i", 0)}
        return values[name]

    def turn(self):
        while self.glib.MainContext.default().iteration(False):
            pass
        return self.items

    def ask(self, path, interface, method, arguments, kind=None):
        return self.bus.call_sync(self.items[-1][0], path, interface, method, arguments, kind, 0, 5000, None).unpack()

    def property(self, name):
        return self.ask("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get",
                        self.glib.Variant("(ss)", ("org.kde.StatusNotifierItem", name)))[0]

    def menu(self):
        path = self.property("Menu")
        layout = self.ask(path, "com.canonical.dbusmenu", "GetLayout", self.glib.Variant("(iias)", (0, -1, ["label"])))
        return path, {child[1].get("label", "").replace("_", ""): child[0] for child in layout[1][2]}

    def press(self, label):
        path, entries = self.menu()
        if label not in entries:
            raise Failed("the tray's menu has no %s, but %s" % (label, ", ".join(entries)))
        self.ask(path, "com.canonical.dbusmenu", "Event",
                 self.glib.Variant("(isvu)", (entries[label], "clicked", self.glib.Variant("s", ""), 0)))


def tray(program, control, profile):
    there = Tray()
    program.wait(there.turn, "the program in the tray")
    if not program.wait(lambda: "DreamScope" in there.property("ToolTip")[2] and there.property("ToolTip")[2], "words in the tray"):
        raise Failed("the tray says nothing")
    say("in the tray: " + there.property("ToolTip")[2])
    program.key("ctrl+comma")
    program.press("check box", "^Go on in the tray when closed$")
    subprocess.run(["xdotool", "key", "--clearmodifiers", "alt+F4"], check=True)
    program.wait(lambda: not program.windows("DreamScope"), "the window to hide")
    there.press("Open DreamScope")
    program.window = program.wait(lambda: program.windows("DreamScope"), "the window again")[-1]
    program.activate()
    say("closed, it went on in the tray and came back from there")
    there.press("Quit")
    if program.process.wait(60) != 0:
        raise Failed("it ended badly")
    checked = subprocess.run([control, "--profile", profile, "verify"], capture_output=True, text=True)
    if checked.returncode != 0:
        raise Failed("dreamctl verify: " + checked.stdout + checked.stderr)
    say("quit from the tray; the journal verifies from outside")


def full_disk(window, control, home):
    """A small disk of its own, which only this program sees."""
    place, big = home + "/small", home + "/big"
    for folder in (place, big):
        os.makedirs(folder)
    for number in range(14):
        with open("%s/%02d.md" % (big, number), "wb") as file:
            file.write(b"# Large %d\n\n" % number + os.urandom(350000).hex().encode())
    inside = ["unshare", "--user", "--map-current-user", "--mount", "--keep-caps"]
    if subprocess.run(inside + ["mount", "-t", "tmpfs", "-o", "size=1m", "small", place], stderr=subprocess.DEVNULL).returncode != 0:
        say("no disk can be mounted here without being root: the full disk was left out")
        return
    profile = place + "/profile"
    program = desk.Program(inside + ["sh", "-c", "mount -t tmpfs -o size=40m small %s && exec %s --profile %s --size 1360x820" % (place, window, profile)],
                           "DreamScope")

    def there(*command):
        enter = ["nsenter", "--target", str(program.process.pid), "--user", "--mount", "--preserve-credentials"]
        return subprocess.run(enter + list(command), capture_output=True, text=True)
    try:
        program.see("heading", "^You and your key$")
        there("sh", "-c", "cp -r %s %s/big; head -c 60000000 /dev/zero > %s/filler" % (big, place, place))
        there(window, "--profile", profile, "dreamscope:import?file=%s/big" % place)
        program.press("push button", "^Import it$")
        program.see("heading", "^The disk is full$", 240)
        program.see_words("Free some space on it")
        everything_speaks(program, "a full disk")
        program.key("ctrl+n")
        program.focused("^Title$")
        program.type(LATER)
        program.key("Return")
        program.type(BODY)
        program.see_words("not kept")
        say("full: said what happened, what was kept and what to do")
        there("rm", place + "/filler")
        program.see("push button", "^Try again$").get_action_iface().do_action(0)
        program.gone("heading", "^The disk is full$")
        field = program.see("text", "Markdown")
        if "forty litres" not in field.get_text_iface().get_text(0, -1):
            raise Failed("what was being written is gone")
        program.press("push button", "^Try again$")
        program.see("list item", "^" + LATER, 60)
        program.key("ctrl+q")
        program.process.wait(60)
        say("room again: what was being written stood in its field and was kept")
    except Failed:
        if os.environ.get("DESK_PICTURE"):
            program.picture(os.environ["DESK_PICTURE"])
        raise
    finally:
        program.end()


def main():
    window, control = (os.path.abspath(path) for path in sys.argv[1:3])
    desk.inside_or_start(os.path.abspath(__file__), [window, control])
    home = os.environ["HOME"]
    profile, program = home + "/profile", None
    try:
        os.makedirs(profile)
        with open(home + "/dream.md", "w") as file:
            file.write("# " + TITLE + "\n\n" + BODY)
        made = subprocess.run([control, "--profile", profile, "dream", home + "/dream.md"], capture_output=True, text=True)
        if made.returncode != 0:
            raise Failed("no dream was made: " + made.stderr)
        program = desk.Program([window, "--profile", profile, "--page", "dreams", "--theme", "dark", "--size", "1360x820"], "DreamScope")
        say("the window is there")
        window_of_its_own(program)
        copy_a_row(program)
        drag_out(program, window, home)
        wall(program)
        tray(program, control, profile)
        program.end()
        full_disk(window, control, home)
    except Failed as failed:
        print("not ok:", failed)
        if program and program.process.poll() is None and os.environ.get("DESK_PICTURE"):
            program.picture(os.environ["DESK_PICTURE"])
        return 1
    finally:
        if program:
            program.end()
        shutil.rmtree(home + "/big", ignore_errors=True)
    print("ok: beside the pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
