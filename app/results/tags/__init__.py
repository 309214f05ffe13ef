"""Class labels as tags in XMP sidecars beside the pictures, and a journal by which they can be taken away again."""
