import signal
import socket
import subprocess
import sys
import textwrap

import pytest

from policytracker import processes
from policytracker.env import BASE_DIR
from tests.running_site import free_port

# As ``manage.py serve`` does it: a signal that comes before the waiting begins is an interrupt, too.
SUPERVISOR = textwrap.dedent(
    """
    import signal, sys
    from policytracker.processes import Processes, wait_for_end

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.default_int_handler)
    commands = [[sys.executable, "-c", code] for code in sys.argv[1:]]
    status = None
    try:
        with Processes(*commands) as running:
            print(*(process.pid for process in running), flush=True)
            status = wait_for_end(running)
    except KeyboardInterrupt:
        pass
    print(status, [process.returncode for process in running])
    """
)
SLEEPER = "import time; time.sleep(60)"
WAITS_FOR_TERM = textwrap.dedent(
    """
    import signal

    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    print("ready", flush=True)
    signal.sigwait([signal.SIGTERM])
    print("asked to stop")
    """
)


def supervise(*programs: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SUPERVISOR, *programs]
    supervisor = subprocess.Popen(command, cwd=BASE_DIR, text=True, stdout=subprocess.PIPE)
    supervisor.stdout.readline()
    return supervisor


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_all_of_them(number: signal.Signals) -> None:
    supervisor = supervise(SLEEPER, SLEEPER)
    supervisor.send_signal(number)
    output, _ = supervisor.communicate(timeout=20)
    assert output == f"None [{-signal.SIGTERM}, {-signal.SIGTERM}]\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can")
def test_none_outlives_a_supervisor_that_is_killed() -> None:
    supervisor = supervise(WAITS_FOR_TERM)
    supervisor.stdout.readline()  # the second of two lines, in either order: its process ids, and "ready"
    supervisor.kill()
    output, _ = supervisor.communicate(timeout=20)  # ends when the last process that could write has
    assert output == "asked to stop\n"


def test_when_one_ends_the_others_are_stopped() -> None:
    output, _ = supervise(SLEEPER, "import sys; sys.exit(3)").communicate(timeout=20)
    assert output == f"3 [{-signal.SIGTERM}, 3]\n"


def test_a_port_somebody_listens_on_is_not_free() -> None:
    with socket.socket() as other:
        other.bind((processes.HOST, 0))
        other.listen()
        assert not processes.is_port_free(other.getsockname()[1])


def test_a_port_nobody_listens_on_is_free() -> None:
    assert processes.is_port_free(free_port())


def test_a_server_that_ends_at_once_is_not_waited_for() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    assert not processes.wait_until_listening(free_port(), process)


def test_the_server_is_the_sites_own_on_this_machine_only() -> None:
    command = processes.server_command(8123)
    assert command[-1] == "policytracker.wsgi:application"
    assert command[command.index("--host") + 1] == "127.0.0.1"
    assert command[command.index("--port") + 1] == "8123"
