"""An audit hook that reports what harm a load would do, and stops it there (PEP 578)."""

import os
import sys

MARKER = "countersign-marker"
ALWAYS = (
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.forkpty",
    "os.startfile",
    "pty.spawn",
    "subprocess.Popen",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.putenv",
    "os.unsetenv",
    "os.kill",
    "os.killpg",
    "signal.pthread_kill",
    "webbrowser.open",
    "builtins.input",
    "builtins.breakpoint",
    "sqlite3.connect",
    "resource.setrlimit",
    "fcntl.fcntl",
)
PREFIXES = (
    "shutil.",
    "tempfile.",
    "socket.",
    "http.client.",
    "urllib.",
    "smtplib.",
    "ftplib.",
    "imaplib.",
    "poplib.",
    "nntplib.",
    "telnetlib.",
    "ctypes.",
)
SERIOUS = ("os.system", "subprocess.Popen", "os.exec", "os.posix_spawn", "os.fork", "webbrowser.open", "builtins.input")
UNPACKING = ("tempfile.mkdtemp", "os.mkdir", "shutil.rmtree", "os.rmdir", "os.remove", "open", "os.chmod", "os.chown")
QUIET = (
    "shutil.get_terminal_size",
    "ctypes.PyObj_FromPtr",
    "ctypes.addressof",
    "ctypes.get_errno",
    "ctypes.set_errno",
    "socket.gethostname",
)
TEMPLATES = (
    "collections/__init__.py",
    "dataclasses.py",
    "enum.py",
    "typing.py",
    "_distn_infrastructure.py",
    "_distr_params.py",
    "doccer.py",
    "decorator.py",
    "attr/_make.py",
    "sre_parse.py",
)
"""Library code that runs source of its own making."""


class Stopped(BaseException):
    """Raised where harm would begin."""


def watch(report):
    """Reports `(event, detail)` for every harm from now on, in this process, for good."""

    def hook(event, arguments):
        harm = _harm(event, arguments)
        if harm and not _importing(event):
            report(event, harm[:120])
            raise Stopped(event)

    sys.addaudithook(hook)


def _harm(event, arguments):
    if event == "open":
        return _writing(*arguments)
    if event == "exec":
        return _executed(arguments[0])
    if event in ALWAYS or event.startswith(PREFIXES) and event not in QUIET:
        return repr(arguments)
    return ""


def _writing(path, mode, flags):
    """The path where a file is opened for more than reading."""
    wanted = (
        isinstance(flags, int)
        and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        or isinstance(mode, str)
        and any(c in mode for c in "wax+")
    )
    return repr(path) if wanted and path != os.devnull else ""


def _executed(code):
    """The sample's own code, known by the marker, or other code that no library runs by itself."""
    if _marked(code):
        return MARKER
    caller = sys._getframe(3).f_code.co_filename
    return "" if caller.endswith(TEMPLATES) else f"code from {code.co_filename}"


def _marked(code):
    return MARKER in code.co_filename or any(
        MARKER in c if isinstance(c, str) else hasattr(c, "co_consts") and _marked(c) for c in code.co_consts
    )


def _importing(event):
    """Whether Python's own import machinery asks, where loading a module runs code, opens files and maps libraries; or torch, unpacking a tar of its oldest format."""
    if event in SERIOUS or event.startswith("socket."):
        return False
    frame = sys._getframe(2)
    while frame:
        file = frame.f_code.co_filename
        if file.startswith("<frozen importlib") or file.endswith("torch/serialization.py") and event in UNPACKING:
            return True
        frame = frame.f_back
    return False
