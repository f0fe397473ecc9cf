import os
from contextlib import suppress

from spacecat_shared_data_access.local import watchdog


def test_it_removes_the_directory_when_it_is_stopped(tmp_path):
    data_dir = tmp_path / "data"
    data_dir.mkdir()
    watchdog.Watchdog(data_dir).stop()
    assert not data_dir.exists()


def test_it_stops_even_if_another_process_holds_the_pipe_open(tmp_path, monkeypatch):
    monkeypatch.setattr(watchdog, "_STOP_TIMEOUT", 0.1)
    watched = watchdog.Watchdog(tmp_path)
    copy = os.dup(watched._process.stdin.fileno())  # as a forked process has one
    try:
        watched.stop()
    finally:
        with suppress(OSError):
            os.close(copy)
    assert watched._process.returncode is not None
