"""One sample in one forked process: limited, watched, in a folder of its own."""

import atexit
import gc
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import threading
import time

from .watch import Stopped, watch

SECONDS, MORE_MEMORY = 4, 1 << 30


def observe(load, path, seconds=SECONDS):
    """What loading did: a list of events, and how it ended (`loaded`, an exception's name, `stopped`, `died`, `hung`)."""
    folder = tempfile.mkdtemp(prefix="oracle-")
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _inside(load, os.path.abspath(path), folder, writer)
    os.close(writer)
    lines, ended = _collect(reader, child, seconds)
    shutil.rmtree(folder, ignore_errors=True)
    events = [line.split("\t", 1)[1] for line in lines if line.startswith("event\t")]
    ends = [line.split("\t", 1)[1] for line in lines if line.startswith("end\t")]
    return events, ends[0] if ends else ended


def _collect(reader, child, seconds):
    data, deadline, ended = b"", time.monotonic() + seconds, "died"
    while True:
        ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
        piece = os.read(reader, 65536) if ready else b""
        if not ready:
            os.kill(child, signal.SIGKILL)
            ended = "hung"
        if not piece:
            break
        data += piece
    os.close(reader)
    os.waitpid(child, 0)
    return data.decode(errors="replace").splitlines(), ended


def _inside(load, path, folder, writer):
    os.setsid()
    _limit()
    os.chdir(folder)
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)

    def say(kind, text):
        os.write(writer, f"{kind}\t{text}\n".encode(errors="replace"))

    watch(lambda event, detail: say("event", f"{event} {detail!r}"))
    say("end", _ended(load, path))
    os._exit(0)


def _limit():
    pages = int(open("/proc/self/statm").read().split()[0])
    most = pages * resource.getpagesize() + MORE_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _ended(load, path):
    """Loads, lets go of what was loaded, waits for threads and runs what was left for the exit."""
    ended = _tried(lambda: load(path))
    for step in (gc.collect, _wait, atexit._run_exitfuncs):
        _tried(step)
    return ended


def _tried(step):
    try:
        step()
        return "loaded"
    except Stopped:
        return "stopped"
    except SystemExit:
        return "exit"
    except BaseException as failure:  # noqa: BLE001 — any way to fail is a way that a load can end
        return type(failure).__name__


def _wait():
    deadline = time.monotonic() + 1
    while threading._active and len(sys._current_frames()) > 1 and time.monotonic() < deadline:
        time.sleep(0.01)
