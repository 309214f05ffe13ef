"""The D-Bus of a Linux desktop, over which programs of one sitting ask each other for things.

Everything here waits for others, a bounded time each, and belongs into a thread of its own. Qt's own D-Bus cannot send
the unsigned numbers that most desktops want from Python, hence jeepney.
"""

from __future__ import annotations

from typing import Any

PATIENCE = 0.5  # seconds that the bus, or whoever is asked, may take for an answer


def open_bus() -> Any:
    """An open connection to the bus of this sitting, which closes at the end of a `with` block.

    Raises:
        Exception: of several kinds: there is no bus, or it does not want us.
    """
    from jeepney.io.blocking import open_dbus_connection

    return open_dbus_connection(bus="SESSION", auth_timeout=PATIENCE)


def ask(
    connection: Any, service: str, path: str, interface: str, member: str, signature: str = "", values: Any = ()
) -> Any:
    """Call somebody on the bus; what they answer.

    Raises:
        TimeoutError: they took too long.
        jeepney.DBusErrorResponse: they are not there, or do not want to.
        Exception: the bus went away.
    """
    from jeepney import DBusAddress, new_method_call
    from jeepney.wrappers import unwrap_msg

    address = DBusAddress(path, bus_name=service, interface=interface)
    call = new_method_call(address, member, signature or None, values)
    return unwrap_msg(connection.send_and_get_reply(call, timeout=PATIENCE))


def announce(connection: Any, path: str, interface: str, member: str, signature: str, values: Any) -> None:
    """Send a signal to whoever listens.

    Raises:
        Exception: the bus went away.
    """
    from jeepney import DBusAddress, new_signal

    connection.send(new_signal(DBusAddress(path, interface=interface), member, signature, values))
