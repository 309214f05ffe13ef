"""torchvision's Python lies in the archive of the program, in place of PyInstaller's own hook, which takes more."""

module_collection_mode = "pyz"
