"""The console script `kontor`. Commands of the core start without Django; heavy imports wait until a command runs."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

EXIT_ERROR = 1
EXIT_USAGE = 2

CORE = {
    "find": ("find", "find companies in a table: kontor find TEXT --in FILE"),
    "annotate": ("annotate", "show what a text names: concepts, sides, roles, negation"),
    "evaluate": ("evaluate", "measure judged queries over documents"),
    "thesaurus": ("thesaurus", "check, count or export the thesaurus"),
    "bench": ("bench", "measure speed with synthetic profiles"),
    "classification": ("classification", "check or import a classification"),
    "clean": ("clean", "write a copy of a table without personal data"),
}
SITE = {
    "run": "start web and worker together",
    "worker": "start the worker alone",
    "migrate": "bring the database up to date",
    "index": "rebuild the index or show its state",
    "search": "search the database",
    "import": "bring a register or a spreadsheet in, or undo that",
    "imports": "list imports",
    "duplicates": "list duplicate candidates",
    "coverage": "words the thesaurus does not know yet, most frequent first",
    "digest": "digest of the domain data, for proofs",
    "demo": "load the demo world",
    "doctor": "check the installation",
    "messages": "extract, check and compile the catalogues",
    "load_portraits": "load or update what the city pages say",
    "load_cities": "load or update the member cities",
    "make_operator": "give a person the operator's rights",
}


class CommandError(Exception):
    """A command cannot do what was asked; the message says where and what next."""


def _parser() -> argparse.ArgumentParser:
    lines = [f"  {name:<15}{text}" for name, text in [*((n, t) for n, (_, t) in CORE.items()), *SITE.items()] if _exists(name)]
    return argparse.ArgumentParser(
        prog="kontor",
        description="Kontor (商站): companies find partners across German, Chinese and English.",
        epilog="commands:\n" + "\n".join(lines) + "\n\nkontor COMMAND --help tells more. Every command takes --json.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="kontor COMMAND [options]",
    )


def _exists(name: str) -> bool:
    import importlib.util

    if name in CORE:
        return importlib.util.find_spec(f"kontor_core.commands.{CORE[name][0]}") is not None
    return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 done, 1 could not be done, 2 asked wrongly."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] in ("-h", "--help"):
        _parser().print_help()
        return 0 if given else EXIT_USAGE
    if given[0] == "--version":
        from kontor_core import __version__

        print(__version__)
        return 0
    name = given[0]
    if name in CORE:
        module = importlib.import_module(f"kontor_core.commands.{CORE[name][0]}")
        return _guarded(module.main, given[1:])
    if name in SITE:
        return _site(given)
    print(f"kontor: there is no command {name!r}. kontor --help lists them.", file=sys.stderr)
    return EXIT_USAGE


def _site(given: list[str]) -> int:
    try:
        commands = importlib.import_module("kontor.commands")
    except ModuleNotFoundError as error:
        print(f"kontor: {given[0]} needs the site, which cannot be imported: {error}", file=sys.stderr)
        return EXIT_ERROR
    return _guarded(commands.django_main, given)


def _thesaurus_fault(error: ValueError) -> str | None:
    """What is wrong with an overlay of the operator, if that is what went wrong; the thesaurus is imported only then."""
    from kontor_core.thesaurus.loading import ThesaurusError

    return f"{error}; mend the overlay file or take it away (kontor thesaurus check)" if isinstance(error, ThesaurusError) else None


def _guarded(command: object, arguments: list[str]) -> int:
    try:
        return int(command(arguments) or 0)  # type: ignore[operator]  # a function of a command module
    except CommandError as error:
        print(f"kontor: {error}", file=sys.stderr)
        return EXIT_ERROR
    except ValueError as error:
        if (fault := _thesaurus_fault(error)) is None:
            raise
        print(f"kontor: {fault}", file=sys.stderr)
        return EXIT_ERROR
    except KeyboardInterrupt:
        print("kontor: stopped; nothing half done was kept", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 0
