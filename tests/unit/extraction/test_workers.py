from __future__ import annotations

import os

from newstimeline.extraction.workers import Workers
from support.errands import doubled, end_all_but, process


def test_a_function_is_called_in_another_process() -> None:
    with Workers(1) as workers:
        assert workers.run(process, 0).result() != os.getpid()


def test_what_a_process_does_not_live_to_do_is_done_here_and_the_next_task_elsewhere_again() -> None:
    with Workers(1) as workers:
        assert workers.run(end_all_but, os.getpid()).result() == "done here"
        assert workers.run(doubled, 4).result() == 8
        assert workers.run(process, 0).result() != os.getpid()
