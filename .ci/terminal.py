"""Run a command that ends in the browser, in a pseudo-terminal: wait for the sample on its screen, then press q."""

import fcntl
import os
import pty
import select
import struct
import sys
import tempfile
import termios
import time

PATIENCE = 900  # seconds; the command installs everything first
SIZE = struct.pack("HHHH", 30, 100, 0, 0)


def main(command: str) -> int:
    """Run it; 0 when the browser showed the sample and ended well."""
    child, terminal = pty.fork()
    if child == 0:
        # A home of its own: the sample opens only where there is no library yet.
        os.environ.update(TERM="xterm-256color", XDG_DATA_HOME=tempfile.mkdtemp())
        os.execvp("bash", ["bash", "-c", command])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, SIZE)
    seen, leaving, deadline = b"", False, time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        seen += data
        if not leaving and b"63 events" in seen:
            os.write(terminal, b"q")
            leaving = True
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if not leaving or code:
        print(seen[-4000:].decode(errors="replace"))
        print(f"the browser {'did not show the sample' if not leaving else f'ended with {code}'}")
        return 1
    print("the browser opened on the sample and closed again")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
