"""What is wrong with a model of the user's own, and what is done with one, in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from app.desktop import inside_wording, wording
from app.desktop.check_steps import Checked, Unclear
from app.desktop.own_steps import Added, Doing, Going, Looked, Refused
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.wording import shown

if TYPE_CHECKING:
    from app.inference.parity import Agreement


def refusal(refused: Refused) -> str:
    """Why, as one sentence: "The file is damaged … (a.pth: it is cut off)."."""
    error = refused.error
    if not isinstance(error, ModelRefused):
        return wording.trouble_words(error)
    about = ": ".join(shown(part) for part in (error.subject, error.detail) if part)
    words = model_troubles()[error.trouble]
    return f"{_tr('%1 (%2).').replace('%2', about).replace('%1', words)}" if about else f"{words}."


def model_troubles() -> dict[ModelTrouble, str]:
    """Built anew at each call, so that a change of language needs nothing else."""
    return {
        ModelTrouble.NO_FILE: _tr("There is no such file or folder"),
        ModelTrouble.UNREADABLE: _tr("The file cannot be read"),
        ModelTrouble.NOT_WEIGHTS: _tr(
            "This is no file of weights; a state dict saved by torch.save or safetensors is wanted"
        ),
        ModelTrouble.DAMAGED: _tr(
            "The file is damaged, cut off or made to do harm, and was not used; copy or save it again"
        ),
        ModelTrouble.COMPRESSED: _tr("This is a compressed archive; unpack it and add what is in it"),
        ModelTrouble.CODE: _tr(
            "The file holds objects that are made by running code, which Whatsit does not do; save its weights "
            "alone, where it was made"
        ),
        ModelTrouble.PICKLED_NETWORK: _tr(
            "The file holds a whole network, which is code, and Whatsit runs none from a file; save its weights "
            "alone, where it was made"
        ),
        ModelTrouble.TORCHSCRIPT: _tr(
            "The file is a program in TorchScript, and Whatsit runs none from a file; save its weights alone, "
            "where it was made"
        ),
        ModelTrouble.EXPORTED: _tr(
            "The file is a program made by torch.export, and Whatsit runs none from a file; save its weights "
            "alone, where it was made"
        ),
        ModelTrouble.TRANSFORMERS: _tr(
            "This folder is of the library transformers, whose networks Whatsit does not have; one in timm’s "
            "format is wanted"
        ),
        ModelTrouble.BAD_FOLDER: _tr("This is no folder of a model as timm saves them"),
        ModelTrouble.NO_MEMORY: _tr("There is not enough memory for these weights; close other programs and try again"),
        ModelTrouble.NO_WEIGHTS: _tr("There is no state dict in the file; save the one of the network"),
        ModelTrouble.NOT_DENSE: _tr("One of the tensors can be no weight here; save plain floating-point weights"),
        ModelTrouble.NOT_FINITE: _tr(
            "One of the tensors holds numbers that are not finite, so that there can be no scores; take a "
            "checkpoint from before the training went wrong"
        ),
        ModelTrouble.NOT_RECOGNISED: _tr(
            "The network that these weights are of was not recognised; name its architecture"
        ),
        ModelTrouble.AMBIGUOUS: _tr("Several networks have exactly these tensors; name the one that was trained"),
        ModelTrouble.NO_SUCH_NETWORK: _tr("There is no such architecture; see how its library spells it"),
        ModelTrouble.MISFIT: _tr("The weights do not fit this architecture; name another"),
        ModelTrouble.NO_LIBRARY: _tr("This needs a library that is not installed"),
        ModelTrouble.NO_SCORES: _tr("With these weights the network gives no finite scores for a picture"),
        ModelTrouble.BAD_LABELS: _tr(
            "The class labels cannot be read; a list, a table or a text with one in a line is wanted"
        ),
        ModelTrouble.TOO_MANY_LABELS: _tr(
            "There are more class labels than outputs of the network; are they of another model?"
        ),
        ModelTrouble.LABELS_TWICE: _tr("Two classes have the same label; give each its own"),
        ModelTrouble.BAD_PREPROCESSING: _tr("The network cannot take pictures prepared like this"),
        ModelTrouble.BAD_PAIRS: _tr("The pairs cannot be read; a table of paths and labels or scores is wanted"),
        ModelTrouble.BAD_NAME: _tr("A model needs a name that can be seen, of at most 100 characters"),
        ModelTrouble.NAME_TAKEN: _tr("Another model has this name; choose another, or remove that one first"),
        ModelTrouble.NO_SUCH_MODEL: _tr("You have no model of this name"),
        ModelTrouble.RECORD_DAMAGED: _tr("What is written about this model is damaged; add it again"),
        ModelTrouble.RECORD_NEWER: _tr("This model was kept by a newer Whatsit; use that one"),
        ModelTrouble.NOT_A_PARCEL: _tr(
            "This file holds no model as Whatsit exports it, or it is damaged; export it again"
        ),
        ModelTrouble.UNWRITABLE: _tr("The model cannot be written there"),
        ModelTrouble.NO_ROOM: _tr("There is not enough room for the model; make room and try again"),
    }


def doing(step: Going) -> str:
    """What a task is at: "Comparing with the networks that there are: 12 of 80"."""
    match step.doing:
        case Doing.COMPARING:
            words = _tr("Comparing with known networks: %1 of %2")
            done, total = wording.count(step.done), wording.count(step.total)
        case Doing.WRITING:
            words = _tr("Writing: %1 of %2 MB")
            done, total = _megabytes(step.done), _megabytes(step.total)
        case Doing.ASKING:
            return _tr("Looking up how its pictures are prepared…")
        case Doing.CHECKING:
            return _tr("Trying the model…")
        case Doing.LOADING:
            return _tr("Loading the model…")
        case Doing.TRYING:
            return _tr("Comparing: %Ln settings tried", step.done)
    return words.replace("%2", total).replace("%1", done)


def network(name: str, classes: int) -> str:
    """ "resnet18 of torchvision, 3 classes"."""
    library, _, architecture = name.partition("/")
    words = _tr("%1 of %2, %Ln classes", classes)
    return words.replace("%2", library).replace("%1", shown(architecture))


def likeness(name: str, share: float) -> str:
    """ "torchvision/resnet50: 97 % of the tensors agree"."""
    return _tr("%1: %2 of the tensors agree").replace("%2", wording.percent(share)).replace("%1", name)


def added(model: Added) -> str:
    """That it is kept."""
    return _tr("“%1” was added.").replace("%1", shown(model.name))


def about_added(model: Added) -> str:
    """Its network, and where it is found from now on."""
    words = _tr("It is among your models now, with weights of its own; the file that it came from stays as it is.")
    return f"{network(model.network, len(model.labels))}. {words}"


def exporting(name: str, target: Path) -> str:
    """Which model is written where."""
    words = _tr("“%1” is written to %2 with its weights, its labels and how its pictures are prepared.")
    return words.replace("%2", shown(target)).replace("%1", shown(name))


def exported(name: str, target: Path) -> str:
    """That it was."""
    return _tr("“%1” was written to %2.").replace("%2", shown(target)).replace("%1", shown(name))


def labels_state(names: tuple[str, ...], classes: int) -> str:
    """How many of the classes have a label, and what the others are called."""
    missing = [place for place in range(classes) if place >= len(names) or not names[place]]
    if not missing:
        return _tr("All %Ln classes have a label.", classes)
    if len(missing) == classes:
        words = _tr("Without labels the %Ln classes are called “%2” and so on.", classes)
    elif len(missing) == 1:
        words = _tr("%1 of %Ln classes have a label; the other is called “%2”.", classes)
    else:
        words = _tr("%1 of %Ln classes have a label; the others are called “%2” and so on.", classes)
    return words.replace("%2", f"class {missing[0]}").replace("%1", wording.count(classes - len(missing)))


def unused_labels(looked: Looked, classes: int) -> str:
    """That the labels of a checkpoint are not as many as its network has classes, or ""."""
    if not looked.labels or len(looked.labels) == classes:
        return ""
    return _tr("The %Ln labels in the checkpoint were not taken: they are not as many.", len(looked.labels))


def multi_label(*, is_one: bool) -> str:
    """What it means for the answers that each class has a probability of its own, or that they share one."""
    if is_one:
        return _tr("Each class gets a probability of its own, so the bars need not sum to 100 % (sigmoid).")
    return _tr("The classes share 100 % (softmax): the more one has, the less is left for the others.")


def checked(step: Checked) -> str:
    """How far a model agrees with its script, and which setting would; a line for each."""
    parity = step.parity
    agreement, setting = _agreement(parity.before), inside_wording.preprocessing(parity.preprocess)
    lines = [agreement]
    if parity.is_proved:
        lines = [f"{_tr('The model answers as your script did.')} {agreement}"]
    elif parity.has_remedy:
        lines.append(f"{_tr('With this setting all agree:')} {setting}")
    elif parity.best.cost < parity.before.cost:
        nearest = _tr("No setting agrees in all; this one comes nearest:")
        lines.append(f"{nearest} {_agreement(parity.best)} {setting}")
    elif parity.before.pairs:
        lines.append(_tr("No other setting agrees better; are the labels in the right order, and these the weights?"))
    if parity.failed:
        lines.append(_tr("%Ln pictures could not be read and do not count.", len(parity.failed)))
    return "\n".join(filter(None, lines))


def _agreement(found: Agreement) -> str:
    if not found.pairs:
        return ""
    words = _tr("%1 of %Ln pictures have the expected class.", found.pairs).replace("%1", wording.count(found.same))
    if found.difference is None:
        return words
    far = _tr("Probabilities differ by at most %1.").replace("%1", wording.percent(found.difference))
    return f"{words} {far}"


def unclear(step: Unclear) -> str:
    """That a text means no class."""
    words = _tr("“%1” is no label or number of a class, with or without a probability, and no list of all scores.")
    return words.replace("%1", shown(step.text))


def setting_kept() -> str:
    """That the model takes its pictures in another way from now on."""
    return _tr("The model takes its pictures like this from now on.")


def _megabytes(number: int) -> str:
    return QLocale().toString(number / 1e6, "f", 1)


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("OwnModels", text, "", number)
