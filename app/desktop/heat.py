"""Why the current picture has a class: its heat map, asked of the worker and kept while it is looked at."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from app.desktop import heat_wording
from app.desktop.known_models import title_of
from app.desktop.worker import Order
from app.desktop.workshop import Workshop
from app.settings import OPACITY
from app.steps import Explained, HeatMap, Job, JobEnd, JobError
from app.values import Classified, Failed

if TYPE_CHECKING:
    from app.desktop.session import Session
    from app.inference.engine import Engine

BEFORE_ALL = 1 << 30  # its urgency: it takes a moment, and somebody looks at its place
BUSY_AFTER = 300  # milliseconds: a quick map needs no busy words
KEPT_MOST = 16

Outcome = HeatMap | Failed | JobError


@dataclass(frozen=True, slots=True)
class Question:
    """Why a picture has a class.

    Attributes:
        answer: what was answered for the picture.
        index: position of the class in the model's output.
    """

    answer: Classified
    index: int


class Heat(QObject):
    """Follows the current picture of the session, and asks for its heat map while one is wanted.

    Another picture is asked for its own likeliest class; what comes of a question that nobody has any more is dropped.

    Attributes:
        opacity: of the colours over the picture, 0 to 1.

    Signals:
        changed(): something else is wanted, shown or said.
    """

    changed = Signal()

    def __init__(self, workshop: Workshop, session: Session) -> None:
        super().__init__(session)
        self.opacity = OPACITY
        self._session = session
        self._workshop = workshop
        self._is_wanted = False
        self._chosen: int | None = None
        self._answer: Classified | None = None
        self._kept: OrderedDict[Question, Outcome] = OrderedDict()
        self._asked: tuple[int, Question, threading.Event] | None = None
        self._busy = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._busy.timeout.connect(self.changed)
        workshop.stepped.connect(self._on_stepped)
        session.current_changed.connect(self._follow)
        session.model_changed.connect(self._on_model)

    @property
    def is_wanted(self) -> bool:
        """Whether heat maps are to be seen."""
        return self._is_wanted

    @property
    def index(self) -> int | None:
        """The class, by its position in the model's output, whose map is wanted of the current picture."""
        if not self._is_wanted or self._answer is None or not self._answer.predictions:
            return None
        return self._answer.predictions[0].index if self._chosen is None else self._chosen

    @property
    def shown(self) -> HeatMap | None:
        """The map of the current picture, or None while it is to come and where there is none."""
        outcome = self._outcome
        return outcome if isinstance(outcome, HeatMap) and outcome.has_any else None

    @property
    def words(self) -> str:
        """Why the map that is wanted is not to be seen, or ""."""
        question = self._question
        if question is None:
            return ""
        if self._is_of_another_model(question.answer):
            return heat_wording.other_model(title_of(question.answer.model))
        if outcome := self._outcome:
            return heat_wording.no_map(outcome)
        is_late = self._asked is not None and not self._busy.isActive()
        return heat_wording.busy() if is_late else ""

    # what a person does

    def want(self, is_wanted: bool) -> None:
        """Show heat maps from now on, of the likeliest class, or no more."""
        if is_wanted != self._is_wanted:
            self._begin(is_wanted, None)

    def choose(self, index: int) -> None:
        """Show the map of this class of the current picture; if it is wanted already, no map any more."""
        if self.index == index:
            self._begin(False, None)
        else:
            self._begin(True, index)

    def set_opacity(self, opacity: float) -> None:
        """Let the colours cover so much of the picture, 0 to 1."""
        self.opacity = opacity
        self.changed.emit()

    def close(self) -> list[QThread]:
        """Give up what is under way; it needs no thread of its own."""
        self._stop()
        return []

    # inside

    def _stop(self) -> None:
        self._busy.stop()
        if self._asked is not None:
            self._asked[2].set()
            self._asked = None

    def _begin(self, is_wanted: bool, chosen: int | None) -> None:
        """What failed before is tried again."""
        failed = [question for question, outcome in self._kept.items() if not isinstance(outcome, HeatMap)]
        for question in failed:
            del self._kept[question]
        self._is_wanted, self._chosen = is_wanted, chosen
        self._follow()

    @property
    def _question(self) -> Question | None:
        index = self.index
        return None if index is None or self._answer is None else Question(self._answer, index)

    @property
    def _outcome(self) -> Outcome | None:
        return self._kept.get(self._question) if self._question else None

    def _is_of_another_model(self, answer: Classified) -> bool:
        ready = self._session.ready
        return ready is not None and ready.model.key != answer.model

    def _on_model(self) -> None:
        """What another network said, or this one on another device, is asked anew."""
        if self._session.ready is None:
            self._kept.clear()
        self._follow()

    def _follow(self) -> None:
        entry = self._session.current
        answer = entry.outcome if entry and isinstance(entry.outcome, Classified) else None
        if (answer and answer.ref) != (self._answer and self._answer.ref):
            self._chosen = None
        self._answer = answer
        self._ask()
        self.changed.emit()

    def _ask(self) -> None:
        question = self._question
        if self._asked and self._asked[1] == question:
            return
        self._stop()
        is_ready = self._session.ready is not None
        if question and is_ready and question not in self._kept and not self._is_of_another_model(question.answer):
            self._order(question)

    def _order(self, question: Question) -> None:
        settings, ref, stop = self._session.settings, question.answer.ref, threading.Event()
        job = Job(
            self._workshop.next_number(),
            (ref,),
            model=settings.model,
            device=settings.device,
            precision=settings.precision,
            limits=settings.limits,
        )
        self._asked = job.id, question, stop
        self._busy.start()
        self._workshop.order(Order(job.id, lambda engine: _steps(job, question.index, engine, stop), BEFORE_ALL, stop))

    def _on_stepped(self, step: object) -> None:
        if self._asked is None or not isinstance(step, Explained | JobEnd) or step.job != self._asked[0]:
            return
        outcome = step.outcome if isinstance(step, Explained) else step.error
        if outcome is not None:
            self._kept[self._asked[1]] = outcome
            while len(self._kept) > KEPT_MOST:
                self._kept.popitem(last=False)
        self._stop()
        self.changed.emit()


def _steps(job: Job, index: int, engine: Engine, stop: threading.Event) -> Iterator[Explained | JobEnd | None]:
    """In the worker's thread, where an import may take its time."""
    from app.inference.heat_maps import explain

    return explain(job, index, engine, stop)
