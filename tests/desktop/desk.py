"""A desk for one program: an X server, a window manager, a message bus and an empty home, all of its
own and gone afterwards; and the program as a screen reader and a keyboard see it. Knows nothing about
what the program is for."""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
PRESSED = {"push button", "check box", "combo box", "page tab", "radio button", "menu item", "list item", "link",
           "toggle button"}


class Failed(Exception):
    pass


def say(words):
    print("%6.1f s  %s" % (time.monotonic() - say.began, words), flush=True)


say.began = time.monotonic()


def inside_or_start(script, arguments):
    """Starts server and bus and runs the script again inside; returns there only."""
    if os.environ.get("DESK_INSIDE"):
        return
    if not shutil.which("Xvfb"):
        print("skipped: there is no Xvfb here")
        sys.exit(SKIPPED)
    missing = [one for one in ("openbox", "xdotool", "dbus-run-session") if not shutil.which(one)]
    if missing:
        print("not ok: missing", ", ".join(missing))
        sys.exit(1)
    home = tempfile.mkdtemp(prefix="desk-")
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                              pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    display = os.read(read, 16).decode().strip()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "QT_", "DBUS_"))}
    environment.update(
        DESK_INSIDE="1", DISPLAY=":" + display, HOME=home, LC_ALL="C.UTF-8", TZ="UTC",
        XDG_CONFIG_HOME=home + "/config", XDG_DATA_HOME=home + "/data", XDG_CACHE_HOME=home + "/cache",
        XDG_RUNTIME_DIR=home, QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software",
        QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", NO_AT_BRIDGE="0")
    os.chmod(home, 0o700)
    try:
        code = subprocess.call(["dbus-run-session", "--", sys.executable, script] + arguments, env=environment)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()
        shutil.rmtree(home, ignore_errors=True)
    sys.exit(code)


class Started:
    """A program that another one started: known by its number, never ours to wait for."""

    def __init__(self, pid):
        self.pid, self.returncode = pid, None

    def poll(self):
        self.returncode = None if os.path.exists("/proc/%d" % self.pid) else 0
        return self.returncode

    def wait(self, seconds):
        until = time.monotonic() + seconds
        while self.poll() is None:
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired(str(self.pid), seconds)
            time.sleep(0.1)
        return self.returncode

    def terminate(self):
        os.kill(self.pid, signal.SIGTERM)

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)


class Program:
    """One running program; every wait has an end and says what it waited for."""
    started = []

    def __init__(self, command, title, patience=60, started=None):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi
        self.manager = self.process = None
        Program.started.append(self)
        self.patience = patience
        self.manager = None if started else subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
        self.name = os.path.basename(command[0])
        self.title = title
        self.process = Started(started) if started else subprocess.Popen(command)
        self.window = self.wait(lambda: self.windows(title), "a window named " + title)[-1]
        self.application = self.wait(self._application, "the program on the accessibility bus")
        self.activate()

    def windows(self, title):
        """The numbers of its own visible windows of that title."""
        found = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid),
                                "--name", "^" + title + "$"], capture_output=True, text=True)
        return found.stdout.split()

    def _application(self):
        desktop = self.atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def other(self):
        """The program of the same name that this one has started, with its window to the front."""
        def look():
            found = subprocess.run(["pgrep", "-x", self.name], capture_output=True, text=True).stdout.split()
            children = [int(pid) for pid in found if int(pid) != self.process.pid and self._sees(int(pid))]
            return children[0] if children else None
        return Program([self.name], self.title, self.patience, self.wait(look, "another " + self.name))

    @staticmethod
    def _sees(pid):
        """Whether a program stands on this desk: others of that name may run elsewhere."""
        try:
            with open("/proc/%d/environ" % pid, "rb") as environment:
                return ("HOME=" + os.environ["HOME"]).encode() in environment.read().split(b"\0")
        except OSError:
            return False

    def activate(self):
        """To the front; asked again until it is, since the window manager may not listen yet."""
        def front():
            subprocess.run(["xdotool", "windowactivate", self.window], capture_output=True, timeout=self.patience)
            active = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True, timeout=self.patience)
            return active.stdout.strip() == self.window
        self.wait(front, "its window in front")

    def wait(self, look, what, patience=None):
        until = time.monotonic() + (patience or self.patience)
        while True:
            if self.process.poll() is not None:
                raise Failed("%s ended with %d while waiting for %s" % (self.name, self.process.returncode, what))
            try:
                found = look()
            except Failed:
                raise
            except Exception:  # a node that went away while it was asked
                found = None
            if found:
                return found
            if time.monotonic() > until:
                raise Failed("waited in vain for " + what)
            time.sleep(0.1)

    # ---- what a screen reader sees
    def nodes(self):
        """Everything that is showing, with its path of names."""
        self.application.clear_cache()
        stack = [self.application]
        while stack:
            node = stack.pop()
            for index in range(node.get_child_count()):
                child = node.get_child_at_index(index)
                if child is not None:
                    stack.append(child)
            if node is not self.application:
                yield node

    def is_in(self, node, *states):
        has = node.get_state_set()
        return all(has.contains(getattr(self.atspi.StateType, state)) for state in states)

    @staticmethod
    def called(node):
        """What a screen reader says of it first: Qt gives secrets a description in place of a name."""
        return node.get_name() or (node.get_description() if node.get_role_name() == "password text" else "") or ""

    def find(self, role, pattern):
        for node in self.nodes():
            try:
                if node.get_role_name() == role and re.search(pattern, self.called(node)) and self.is_in(node, "SHOWING"):
                    return node
            except Exception:
                continue
        return None

    def see(self, role, pattern, patience=None):
        return self.wait(lambda: self.find(role, pattern), "%s /%s/" % (role, pattern), patience)

    def see_words(self, pattern, patience=None):
        def look():
            for node in self.nodes():
                if re.search(pattern, node.get_name() or "") and self.is_in(node, "SHOWING"):
                    return node
            return None
        return self.wait(look, "the words /%s/" % pattern, patience)

    def gone(self, role, pattern):
        self.wait(lambda: self.find(role, pattern) is None, "%s /%s/ to go" % (role, pattern))

    @staticmethod
    def actions(node):
        action = node.get_action_iface()
        return [] if action is None else [action.get_action_name(i) for i in range(action.get_n_actions())]

    def press(self, role, pattern):
        """The name it had when it was pressed."""
        node = self.see(role, pattern)
        names = self.actions(node)
        if "Press" not in names:
            raise Failed("%s /%s/ has no press action: %s" % (role, pattern, names))
        name = node.get_name()
        node.get_action_iface().do_action(names.index("Press"))
        return name

    def mute(self):
        """Focusable things without a name, a role, or a way to press or fill them."""
        bad, seen = [], 0
        for node in self.nodes():
            try:
                if not self.is_in(node, "SHOWING", "FOCUSABLE"):
                    continue
                role, name, names = node.get_role_name(), self.called(node), self.actions(node)
                is_text = node.get_text_iface() is not None
            except Exception:
                continue
            seen += 1
            if not name.strip():
                bad.append("a %s without a name" % role)
            if role in ("unknown", "filler", "invalid", ""):
                bad.append("“%s” has no role (%s)" % (name, role))
            if role in PRESSED and "Press" not in names:
                bad.append("%s “%s” cannot be pressed: %s" % (role, name, names))
            if role in ("entry", "text", "edit bar") and not is_text and "Press" not in names:
                bad.append("%s “%s” can be neither filled nor pressed" % (role, name))
        return bad, seen

    def words_of(self, role, pattern):
        """The names of everything of a role that matches, in the order they stand."""
        found = []
        for node in self.nodes():
            try:
                if node.get_role_name() == role and re.search(pattern, node.get_name() or "") and self.is_in(node, "SHOWING"):
                    found.append(node.get_name())
            except Exception:
                continue
        return found

    # ---- the keyboard
    def fill(self, role, pattern, words):
        """Takes the focus to a field and types there in place of what it held."""
        def take():
            node = self.find(role, pattern)
            if node is None or self.is_in(node, "FOCUSED"):
                return node
            node.get_component_iface().grab_focus()    # again, if a sheet that was still opening took it
            return None
        self.wait(take, "the focus on /%s/" % pattern)
        self.key("ctrl+a", "Delete")
        self.type(words)

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "20"] + list(keys), check=True)

    def type(self, words):
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "4", words], check=True)

    def focused(self, pattern, patience=None):
        def look():
            for node in self.nodes():
                if self.is_in(node, "FOCUSED", "SHOWING") and re.search(pattern, self.called(node)):
                    return node
            return None
        return self.wait(look, "the focus on /%s/" % pattern, patience)

    def picture(self, path):
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", path], stderr=subprocess.DEVNULL)

    def end(self):
        for process in (self.process, self.manager):
            if process is not None and process.poll() is None:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()


def tell(script, story, what):
    """Tells a story on a desk of its own: story(window, control, home), where `window` and `control` are
    the programs named on the command line. Whatever it started is ended; what failed is pictured."""
    window, control = (os.path.abspath(path) for path in sys.argv[1:3])
    inside_or_start(os.path.abspath(script), [window, control])
    try:
        story(window, control, os.environ["HOME"])
    except Failed as failed:
        print("not ok:", failed)
        if Program.started and os.environ.get("DESK_PICTURE"):
            Program.started[-1].picture(os.environ["DESK_PICTURE"])
        return 1
    finally:
        for program in reversed(Program.started):
            program.end()
    print("ok:", what)
    return 0
