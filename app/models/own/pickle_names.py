"""The names that a pickle of a checkpoint may mention, and what is made of them. None of them is ever called.

Whatever is not here is a program's own, and a file that mentions it is refused.
"""

from __future__ import annotations

STORAGES = {
    "DoubleStorage": "float64",
    "FloatStorage": "float32",
    "HalfStorage": "float16",
    "BFloat16Storage": "bfloat16",
    "LongStorage": "int64",
    "IntStorage": "int32",
    "ShortStorage": "int16",
    "CharStorage": "int8",
    "ByteStorage": "uint8",
    "BoolStorage": "bool",
    "ComplexFloatStorage": "complex64",
    "ComplexDoubleStorage": "complex128",
    "ComplexHalfStorage": "complex32",
    "QInt8Storage": "qint8",
    "QInt32Storage": "qint32",
    "QUInt8Storage": "quint8",
    "QUInt4x2Storage": "quint4x2",
    "QUInt2x4Storage": "quint2x4",
    "UntypedStorage": "",
}
STORAGE_MODULES = frozenset(("torch", "torch.cuda", "torch.storage"))

# What rebuilds a dense tensor, and where among its arguments its type stands if the storage does not tell it.
DENSE = {
    "torch._utils._rebuild_tensor": None,
    "torch._utils._rebuild_tensor_v2": None,
    "torch._utils._rebuild_tensor_v3": 6,
}
WRAPPED = frozenset(("torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state"))
RETYPED = "torch._tensor._rebuild_from_type_v2"
ODD_TENSORS = {
    "torch._utils._rebuild_sparse_tensor": "is sparse",
    "torch._utils._rebuild_sparse_csr_tensor": "is sparse",
    "torch._utils._rebuild_qtensor": "is quantised",
    "torch._utils._rebuild_nested_tensor": "is nested",
    "torch._utils._rebuild_meta_tensor_no_storage": "has a shape but no numbers",
    "torch._utils._rebuild_wrapper_subclass": "is of a kind of its own",
    "torch._utils._rebuild_device_tensor_from_numpy": "is of a kind of its own",
    "torch._utils._rebuild_device_tensor_from_cpu_tensor": "is of a kind of its own",
}

DICTIONARIES = frozenset(
    (
        "collections.OrderedDict",
        "collections.Counter",
        "collections.defaultdict",
        "builtins.dict",
        "pytorch_lightning.utilities.parsing.AttributeDict",
        "lightning.pytorch.utilities.parsing.AttributeDict",
        "lightning_fabric.utilities.data.AttributeDict",
        "lightning.fabric.utilities.data.AttributeDict",
    )
)
NAMESPACES = frozenset(("argparse.Namespace", "types.SimpleNamespace"))
LISTS = frozenset(("builtins.list", "builtins.tuple", "builtins.set", "builtins.frozenset", "torch.Size"))

# Things that stand beside weights and are of no use here: no more of them is kept than that they were there.
BYSTANDERS = frozenset(
    (
        "_codecs.encode",
        "builtins.bytearray",
        "builtins.bytes",
        "builtins.complex",
        "builtins.object",
        "builtins.range",
        "builtins.slice",
        "copyreg._reconstructor",
        "datetime.date",
        "datetime.datetime",
        "datetime.timedelta",
        "numpy._core.multiarray._reconstruct",
        "numpy._core.multiarray.scalar",
        "numpy.core.multiarray._reconstruct",
        "numpy.core.multiarray.scalar",
        "numpy.dtype",
        "numpy.ndarray",
        "pathlib.Path",
        "pathlib.PosixPath",
        "pathlib.PurePosixPath",
        "pathlib.PureWindowsPath",
        "pathlib.WindowsPath",
        "pathlib._local.Path",
        "pathlib._local.PosixPath",
        "pathlib._local.WindowsPath",
        "torch.Tensor",
        "torch.device",
        "torch.nn.parameter.Buffer",
        "torch.nn.parameter.Parameter",
        "torch.per_channel_affine",
        "torch.per_channel_affine_float_qparams",
        "torch.per_channel_symmetric",
        "torch.per_tensor_affine",
        "torch.per_tensor_symmetric",
        "torch.serialization._get_layout",
        "torch.torch_version.TorchVersion",
    )
)
_NUMPY_TYPES = ("numpy.dtypes.", "numpy.bool", "numpy.float", "numpy.int", "numpy.uint", "numpy.str_")
_TORCH_TYPES = ("bool", "float", "int", "uint", "double", "half", "long", "short", "bfloat16", "complex", "q")
_NETWORKS = ("torch.nn.", "torchvision.", "timm.", "torch.fx.", "torch.ao.", "torch.quantization.")


def is_known(name: str) -> bool:
    """Whether a name, with its module, may stand in a checkpoint."""
    module, _, last = name.rpartition(".")
    return (
        (module in STORAGE_MODULES and last in STORAGES)
        or name in DENSE
        or name in ODD_TENSORS
        or name in WRAPPED
        or name == RETYPED
        or name in DICTIONARIES | NAMESPACES | LISTS | BYSTANDERS
        or (module == "torch" and last.startswith(_TORCH_TYPES) and last.replace("_", "").isalnum())
        or name.startswith(_NUMPY_TYPES)
    )


def is_of_a_network(name: str) -> bool:
    """Whether a name is a class that networks are made of, so that the file holds the network itself."""
    return name.startswith(_NETWORKS) and name not in BYSTANDERS
