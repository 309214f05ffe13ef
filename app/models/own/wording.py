"""What is wrong with a model of the user's own, in English; the window says the same through Qt's translation."""

from __future__ import annotations

from app.models.own.trouble import ModelRefused, ModelTrouble
from app.wording import sentence

WORDS: dict[ModelTrouble, str] = {
    ModelTrouble.NO_FILE: "There is no such file or folder",
    ModelTrouble.UNREADABLE: "The file cannot be read",
    ModelTrouble.NOT_WEIGHTS: "This is no file of weights; a state dict saved by torch.save or safetensors is wanted",
    ModelTrouble.DAMAGED: "The file is damaged, cut off or made to do harm, and was not used; copy or save it again",
    ModelTrouble.COMPRESSED: "This is a compressed archive; unpack it and add what is in it",
    ModelTrouble.CODE: (
        "The file holds objects that are made by running code, which Whatsit does not do; save its weights "
        "alone, where it was made"
    ),
    ModelTrouble.PICKLED_NETWORK: (
        "The file holds a whole network, which is code, and Whatsit runs none from a file; save its weights alone, "
        "where it was made"
    ),
    ModelTrouble.TORCHSCRIPT: (
        "The file is a program in TorchScript, and Whatsit runs none from a file; save its weights alone, where it was "
        "made"
    ),
    ModelTrouble.EXPORTED: (
        "The file is a program made by torch.export, and Whatsit runs none from a file; save its weights "
        "alone, where it was made"
    ),
    ModelTrouble.TRANSFORMERS: (
        "This folder is of the library transformers, whose networks Whatsit does not have; "
        "one in timm’s format is wanted"
    ),
    ModelTrouble.BAD_FOLDER: "This is no folder of a model as timm saves them",
    ModelTrouble.NO_MEMORY: "There is not enough memory for these weights; close other programs and try again",
    ModelTrouble.NO_WEIGHTS: "There is no state dict in the file; save the one of the network",
    ModelTrouble.NOT_DENSE: "One of the tensors can be no weight here; save plain floating-point weights",
    ModelTrouble.NOT_FINITE: (
        "One of the tensors holds numbers that are not finite, so that there can be no scores; take a checkpoint from "
        "before the training went wrong"
    ),
    ModelTrouble.NOT_RECOGNISED: "The network that these weights are of was not recognised; name its architecture",
    ModelTrouble.AMBIGUOUS: "Several networks have exactly these tensors; name the one that was trained",
    ModelTrouble.NO_SUCH_NETWORK: "There is no such architecture; see how its library spells it",
    ModelTrouble.MISFIT: "The weights do not fit this architecture; name another",
    ModelTrouble.NO_LIBRARY: "This needs a library that is not installed",
    ModelTrouble.NO_SCORES: "With these weights the network gives no finite scores for a picture",
    ModelTrouble.BAD_LABELS: "The class labels cannot be read; a list, a table or a text with one in a line is wanted",
    ModelTrouble.TOO_MANY_LABELS: "There are more class labels than outputs of the network; are they of another model?",
    ModelTrouble.LABELS_TWICE: "Two classes have the same label; give each its own",
    ModelTrouble.BAD_PREPROCESSING: "The network cannot take pictures prepared like this",
    ModelTrouble.BAD_PAIRS: "The pairs cannot be read; a table of paths and labels or scores is wanted",
    ModelTrouble.BAD_NAME: "A model needs a name that can be seen, of at most 100 characters",
    ModelTrouble.NAME_TAKEN: "Another model has this name; choose another, or remove that one first",
    ModelTrouble.NO_SUCH_MODEL: "You have no model of this name",
    ModelTrouble.RECORD_DAMAGED: "What is written about this model is damaged; add it again",
    ModelTrouble.RECORD_NEWER: "This model was kept by a newer Whatsit; use that one",
    ModelTrouble.NOT_A_PARCEL: "This file holds no model as Whatsit exports it, or it is damaged; export it again",
    ModelTrouble.UNWRITABLE: "The model cannot be written there",
    ModelTrouble.NO_ROOM: "There is not enough room for the model; make room and try again",
}


def refusal_sentence(refused: ModelRefused) -> str:
    """Why, as one sentence, without its lines: "The file is damaged … (a.pth: it is cut off)."."""
    return sentence(WORDS[refused.trouble], refused.subject, refused.detail)
