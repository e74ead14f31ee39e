"""The help screen: every verb in full, under the room that it belongs to."""

from typing import Any

import typer
from typer.core import TyperGroup

ROOMS = (
    "Installation",
    "Organisations and people",
    "Cases",
    "Notices",
    "Award",
    "Law",
    "Documents",
    "Standards",
    "Proof",
    "Demo",
    "Help",
)


class RoomsGroup(TyperGroup):
    """The top of the command line; lists `log verify`, not only `log`."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write a section for each room, in the order of `ROOMS`."""
        del ctx
        rooms: dict[str, list[tuple[str, Any]]] = {room: [] for room in ROOMS}
        for name, command in self.commands.items():
            lines = rooms[str(getattr(command, "rich_help_panel", ""))]
            if isinstance(command, TyperGroup):
                lines += [(f"{name} {verb}", one) for verb, one in command.commands.items()]
            else:
                lines.append((name, command))
        widest = max(len(name) for lines in rooms.values() for name, _ in lines)
        for room, lines in rooms.items():
            if lines:
                with formatter.section(room):
                    formatter.write_dl(
                        [(name.ljust(widest), one.get_short_help_str(200)) for name, one in lines]
                    )


def show_help(ctx: typer.Context) -> None:
    """Show this screen."""
    top = ctx.find_root()
    typer.echo(top.get_help())
