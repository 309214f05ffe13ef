"""A hub on this very machine; what it does is in the name of the repository."""

from __future__ import annotations

from .misbehaving import CONTENT, PAGE, SHA256, Handler

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class Hub(Handler):
    """Says what it has of a file and sends on to where it lies, as the hub does; repositories differ in their names."""

    def do_GET(self) -> None:
        owner, name, rest = self.path.removeprefix("/").split("/", 2)
        self.server.asked.append((self.command, self.path, self.headers))
        self.close_connection = True
        self.rest = rest
        if owner == "files":
            self.on_good(content=self.server.content)
        elif owner == "cut":
            self.on_good(content=self.server.content, cut=0.5)
        else:
            getattr(self, f"on_{name.partition('.')[0]}")()

    def on_resnet50(self) -> None:
        self.published()

    def on_large_only(self) -> None:
        self.published(**{"X-Linked-Size": ""})

    def on_renamed(self) -> None:
        self.send(307, b"", Location=f"/timm/resnet50.new/{self.rest}")

    def on_circles(self) -> None:
        self.send(307, b"", Location=f"{self.path}/x")

    def on_mirror(self) -> None:
        """Has the file itself."""
        self.on_good(**{"X-Repo-Commit": COMMIT, "ETag": f'"{SHA256}"'})

    def on_small(self) -> None:
        """A file that is in git itself, whose name is its SHA-1."""
        self.send(200, b"{}", **{"X-Repo-Commit": COMMIT, "ETag": '"99a4714a15d4c9ab9dd1d6d3e4f2b0b1d2e3f4a5"'})

    def on_gated(self) -> None:
        self.send(403, b"", **{"X-Error-Code": "GatedRepo"})

    def on_private(self) -> None:
        self.send(401, b"", **{"WWW-Authenticate": "Bearer"})

    def on_missing(self) -> None:
        self.send(404, b"", **{"X-Error-Code": "EntryNotFound"})

    def on_busy(self) -> None:
        self.send(503, b"")

    def on_hotel(self) -> None:
        self.send(200, PAGE, **{"Content-Type": "text/html"})

    def on_hotel_far_away(self) -> None:
        self.send(302, b"", Location="https://login.example.org/")

    def on_stranger(self) -> None:
        self.send(200, b"hello")

    def on_astray(self) -> None:
        self.send(302, b"", Location="http://[::1")

    def on_hostile(self) -> None:
        self.published(**{"X-Repo-Commit": "../../../../etc", "X-Linked-ETag": '"../../x"'})

    def on_swapped(self) -> None:
        self.published(**{"X-Linked-ETag": '"' + "0" * 64 + '"'})

    def on_unreliable(self) -> None:
        self.published(Location=f"http://localhost:{self.server.server_port}/cut/x/y")

    def published(self, **more: str) -> None:
        address = f"http://localhost:{self.server.server_port}/files/x/y"
        said = {"X-Repo-Commit": COMMIT, "X-Linked-ETag": f'"{SHA256}"', "X-Linked-Size": str(len(CONTENT))}
        self.send(302, b"", **{**said, "Location": address, **more})
